package org.morphodepot.volume.zarr.chunk;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.codec.CodecChain;
import org.morphodepot.volume.zarr.codec.CodecException;
import org.morphodepot.volume.zarr.codec.Elements;

/**
 * A block of N5: a head with its own size, which at the edges is smaller than that of a full block, then the compressed
 * values, fastest axis first, big-endian.
 */
public final class N5Block implements ChunkFormat {

    private static final int PLAIN = 0;

    private final int[] shape;
    private final Elements elements;
    private final CodecChain chain;
    private final PackedChunk full;

    /**
     * A format of blocks of at most {@code shape} values per axis, slowest first; the caller has checked that they can be
     * held in memory.
     *
     * @param elements type of the values; their order is big-endian
     */
    public N5Block(int[] shape, Elements elements, CodecChain chain) {
        this.shape = shape.clone();
        this.elements = elements;
        this.chain = chain;
        this.full = packed(shape);
    }

    private PackedChunk packed(int[] sides) {
        return new PackedChunk(sides, IntStream.range(0, sides.length).toArray(), elements, chain);
    }

    @Override
    public int[] shape() {
        return shape;
    }

    @Override
    public List<String> codecs() {
        return full.codecs();
    }

    @Override
    public void decode(Bytes stored, Region region, Destination to) throws CodecException {
        Turned.decode(this, stored, region, to, elements.size());
    }

    @Override
    public void decode(Bytes stored, Region region, Target target) throws CodecException {
        int head = 4 + 4 * shape.length;
        if (stored.length() < head || number(stored, 0, 2) != PLAIN || number(stored, 2, 2) != shape.length) {
            throw new CodecException(stored.length() >= 2 && number(stored, 0, 2) != PLAIN
                    ? "blocks with values of their own length (mode " + number(stored, 0, 2) + ") are not supported"
                    : "it has not the head of an N5 block of " + shape.length + " axes");
        }
        int[] sides = sides(stored);
        Bytes values = stored.part(head, stored.length() - head);
        if (Arrays.equals(sides, shape)) {
            full.decode(values, region, target);
        } else {
            decodeSmall(values, sides, region, target);
        }
    }

    private int[] sides(Bytes stored) throws CodecException {
        int[] sides = new int[shape.length];
        for (int i = 0; i < sides.length; i++) {
            long side = number(stored, 4 + 4 * (sides.length - 1 - i), 4);
            if (side < 1 || side > shape[i]) {
                throw new CodecException("its head says " + side + " values along an axis where a block has " + shape[i]);
            }
            sides[i] = (int) side;
        }
        return sides;
    }

    /** What the block does not reach stays empty. */
    private void decodeSmall(Bytes values, int[] sides, Region region, Target target) throws CodecException {
        int[] count = region.count().clone();
        boolean less = false;
        boolean none = false;
        for (int i = 0; i < count.length; i++) {
            count[i] = Math.min(count[i], sides[i] - region.from()[i]);
            less |= count[i] < region.count()[i];
            none |= count[i] <= 0;
        }
        if (less) {
            Strides.fill(target, region.count(), elements.size(), 0);
        }
        if (!none) {
            packed(sides).decode(values, new Region(region.from(), count), target);
        }
    }

    private static long number(Bytes stored, int at, int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | stored.array()[stored.offset() + at + i] & 0xff;
        }
        return number;
    }
}
