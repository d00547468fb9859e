package org.morphodepot.volume.zarr.blosc;

import java.util.OptionalLong;

import org.morphodepot.volume.zarr.codec.ByteCodec;
import org.morphodepot.volume.zarr.codec.ByteSink;
import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.codec.CodecException;

/** Blosc 1 frames. Everything needed is in the frame: the metadata's settings only concern writing. */
public final class Blosc implements ByteCodec {

    @Override
    public String name() {
        return "blosc";
    }

    @Override
    public OptionalLong encodedSize(long decoded) {
        return OptionalLong.empty();
    }

    @Override
    public Bytes decode(Bytes stored, Bytes room) throws CodecException {
        BloscHeader header = BloscHeader.read(stored);
        if (header.size() > room.length()) {
            throw new CodecException("it inflates to more than the chunk holds");
        }
        Bytes out = room.part(0, header.size());
        if (header.isCopied()) {
            return copied(header, stored);
        }
        try (BloscBlocks blocks = new BloscBlocks(header, stored, out)) {
            blocks.decodeAll();
        }
        return out;
    }

    /**
     * Decodes block by block into a sink, so that a block goes from the cache right to its place.
     *
     * @param size bytes there must be
     * @param valueSize bytes of one value; the sink only takes whole values
     */
    public void decode(Bytes stored, int size, int valueSize, ByteSink sink) throws CodecException {
        BloscHeader header = BloscHeader.read(stored);
        if (header.size() != size) {
            throw new CodecException("it holds " + header.size() + " bytes instead of " + size);
        }
        if (header.isCopied()) {
            Bytes values = copied(header, stored);
            sink.accept(0, values.array(), values.offset(), values.length());
            return;
        }
        try (BloscBlocks blocks = new BloscBlocks(header, stored, null)) {
            blocks.decodeAll(valueSize, sink);
        }
    }

    private static Bytes copied(BloscHeader header, Bytes stored) throws CodecException {
        if (header.size() > header.frameSize() - BloscHeader.LENGTH) {
            throw new CodecException("the blosc frame ends early");
        }
        return stored.part(BloscHeader.LENGTH, header.size());
    }
}
