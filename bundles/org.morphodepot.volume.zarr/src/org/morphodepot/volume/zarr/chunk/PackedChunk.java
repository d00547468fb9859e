package org.morphodepot.volume.zarr.chunk;

import java.util.List;

import org.morphodepot.volume.zarr.blosc.Blosc;
import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.codec.CodecChain;
import org.morphodepot.volume.zarr.codec.CodecException;
import org.morphodepot.volume.zarr.codec.Elements;
import org.morphodepot.volume.zarr.codec.Scratch;

/**
 * All values of a chunk as one dense block, then compressed. A whole chunk whose axes lie as in the target is decoded right
 * into it; otherwise it is decoded aside and the region copied.
 */
public final class PackedChunk implements ChunkFormat {

    private final int[] shape;
    private final int[] strides;
    private final int length;
    private final Elements elements;
    private final CodecChain chain;

    /**
     * A format of chunks that decode to at most {@link Integer#MAX_VALUE} bytes; the caller has checked that.
     *
     * @param order axes of the block, slowest first
     * @param elements type and byte order of the values in the block
     */
    public PackedChunk(int[] shape, int[] order, Elements elements, CodecChain chain) {
        this.shape = shape.clone();
        this.strides = Strides.dense(shape, order, elements.size());
        this.elements = elements;
        this.chain = chain;
        this.length = Math.toIntExact(Region.whole(shape).values() * elements.size());
    }

    @Override
    public int[] shape() {
        return shape;
    }

    @Override
    public List<String> codecs() {
        return chain.isEmpty() ? List.of("raw") : chain.names();
    }

    @Override
    public void decode(Bytes stored, Region region, Target target) throws CodecException {
        if (isInPlace(region, target)) {
            Bytes room = new Bytes(target.array(), target.offset(), length);
            Bytes values = chain.decode(stored, room);
            if (elements.bigEndian() || values.array() != target.array()) {
                copy(values, region, target);
            }
        } else if (chain.isEmpty()) {
            copy(exactly(stored), region, target);
        } else {
            byte[] scratch = Scratch.borrow(length);
            try {
                copy(chain.decode(stored, new Bytes(scratch, 0, length)), region, target);
            } finally {
                Scratch.giveBack(scratch);
            }
        }
    }

    @Override
    public void decode(Bytes stored, Region region, Destination to) throws CodecException {
        Rows rows = Rows.of(strides, region, to, elements.size());
        if (rows.isSingle() || elements.bigEndian() && elements.size() > 1) {
            Turned.decode(this, stored, region, to, elements.size());
        } else if (chain.single().orElse(null) instanceof Blosc blosc) {
            blosc.decode(stored, length, elements.size(), rows);
        } else if (chain.isEmpty()) {
            put(exactly(stored), rows);
        } else {
            byte[] scratch = Scratch.borrow(length);
            try {
                put(chain.decode(stored, new Bytes(scratch, 0, length)), rows);
            } finally {
                Scratch.giveBack(scratch);
            }
        }
    }

    private static void put(Bytes values, Rows rows) {
        rows.accept(0, values.array(), values.offset(), values.length());
    }

    private Bytes exactly(Bytes stored) throws CodecException {
        if (stored.length() != length) {
            throw new CodecException("it holds " + stored.length() + " bytes instead of " + length);
        }
        return stored;
    }

    private boolean isInPlace(Region region, Target target) {
        for (int i = 0; i < shape.length; i++) {
            if (region.count()[i] != shape[i] || shape[i] > 1 && target.strides()[i] != strides[i]) {
                return false;
            }
        }
        return true;
    }

    /** Copying a block onto itself is fine: it only turns the bytes of each value around. */
    private void copy(Bytes values, Region region, Target target) {
        int start = values.offset();
        for (int i = 0; i < shape.length; i++) {
            start += region.from()[i] * strides[i];
        }
        Strides.copy(values.array(), start, strides, target, region.count(), elements.size(), elements.bigEndian());
    }
}
