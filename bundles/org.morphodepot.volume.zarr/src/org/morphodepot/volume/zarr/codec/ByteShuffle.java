package org.morphodepot.volume.zarr.codec;

import java.util.OptionalLong;

/** First the first bytes of all elements, then the second ones and so on (numcodecs {@code shuffle}, HDF5). */
public final class ByteShuffle implements ByteCodec {

    private final int elementSize;

    public ByteShuffle(int elementSize) {
        this.elementSize = elementSize;
    }

    @Override
    public String name() {
        return "shuffle";
    }

    @Override
    public OptionalLong encodedSize(long decoded) {
        return OptionalLong.of(decoded);
    }

    @Override
    public Bytes decode(Bytes stored, Bytes room) throws CodecException {
        if (elementSize == 1) {
            return stored;
        }
        if (stored.length() % elementSize != 0 || stored.length() > room.length()) {
            throw new CodecException("its shuffled data has a wrong length");
        }
        int count = stored.length() / elementSize;
        for (int b = 0; b < elementSize; b++) {
            int from = stored.offset() + b * count;
            for (int i = 0, to = room.offset() + b; i < count; i++, to += elementSize) {
                room.array()[to] = stored.array()[from + i];
            }
        }
        return room.part(0, stored.length());
    }
}
