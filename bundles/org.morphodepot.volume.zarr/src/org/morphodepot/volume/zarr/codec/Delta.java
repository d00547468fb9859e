package org.morphodepot.volume.zarr.codec;

import java.util.OptionalLong;

import org.morphodepot.volume.VoxelType;

/** Differences of neighbours in memory order (numcodecs {@code delta}); decoding sums them up. */
public final class Delta implements ByteCodec {

    private final Elements stored;
    private final Elements decoded;

    /**
     * A filter between two types.
     *
     * @param decoded type of the values
     * @param stored type of the differences
     */
    public Delta(Elements decoded, Elements stored) {
        this.decoded = decoded;
        this.stored = stored;
    }

    @Override
    public String name() {
        return "delta";
    }

    @Override
    public OptionalLong encodedSize(long bytes) {
        return OptionalLong.of(bytes / decoded.size() * stored.size());
    }

    @Override
    public Bytes decode(Bytes bytes, Bytes room) throws CodecException {
        int count = bytes.length() / stored.size();
        if (bytes.length() % stored.size() != 0 || (long) count * decoded.size() > room.length()) {
            throw new CodecException("its delta-coded data has a wrong length");
        }
        if (decoded.type().isFloat() || stored.type().isFloat()) {
            sumFloats(bytes, room, count);
        } else {
            sumIntegers(bytes, room, count);
        }
        return room.part(0, count * decoded.size());
    }

    private void sumIntegers(Bytes bytes, Bytes room, int count) {
        long sum = 0;
        int unused = 64 - 8 * stored.size();
        for (int i = 0; i < count; i++) {
            long bits = stored.bits(bytes.array(), bytes.offset() + i * stored.size());
            sum += isSigned(stored.type()) ? bits << unused >> unused : bits;
            decoded.putBits(room.array(), room.offset() + i * decoded.size(), sum);
        }
    }

    private static boolean isSigned(VoxelType type) {
        return type.id().startsWith("int");
    }

    /** Rounds after each step to the decoded type, as numpy's cumsum does. */
    private void sumFloats(Bytes bytes, Bytes room, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += stored.toDouble(stored.bits(bytes.array(), bytes.offset() + i * stored.size()));
            long bits = decoded.toBits(sum);
            sum = decoded.toDouble(bits);
            decoded.putBits(room.array(), room.offset() + i * decoded.size(), bits);
        }
    }
}
