package org.morphodepot.volume.zarr.codec;

import java.util.OptionalLong;

/** Numbers stored as {@code (value - offset) * scale} in another type (numcodecs {@code fixedscaleoffset}). */
public final class FixedScaleOffset implements ByteCodec {

    private final Elements decoded;
    private final Elements stored;
    private final double scale;
    private final double offset;

    /** {@code scale} is not zero; both are finite. */
    public FixedScaleOffset(Elements decoded, Elements stored, double scale, double offset) {
        this.decoded = decoded;
        this.stored = stored;
        this.scale = scale;
        this.offset = offset;
    }

    @Override
    public String name() {
        return "fixedscaleoffset";
    }

    @Override
    public OptionalLong encodedSize(long bytes) {
        return OptionalLong.of(bytes / decoded.size() * stored.size());
    }

    @Override
    public Bytes decode(Bytes bytes, Bytes room) throws CodecException {
        int count = bytes.length() / stored.size();
        if (bytes.length() % stored.size() != 0 || (long) count * decoded.size() > room.length()) {
            throw new CodecException("its fixedscaleoffset data has a wrong length");
        }
        boolean single = stored.type().isFloat() && stored.size() < 8;
        for (int i = 0; i < count; i++) {
            double value = stored.toDouble(stored.bits(bytes.array(), bytes.offset() + i * stored.size()));
            double original = single ? (float) value / (float) scale + (float) offset : value / scale + offset;
            decoded.putBits(room.array(), room.offset() + i * decoded.size(), decoded.toBits(original));
        }
        return room.part(0, count * decoded.size());
    }
}
