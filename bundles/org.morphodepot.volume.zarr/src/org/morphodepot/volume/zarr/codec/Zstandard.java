package org.morphodepot.volume.zarr.codec;

import java.util.OptionalLong;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;

/** Zstandard frames (RFC 8878). */
public final class Zstandard implements ByteCodec {

    @Override
    public String name() {
        return "zstd";
    }

    @Override
    public OptionalLong encodedSize(long decoded) {
        return OptionalLong.empty();
    }

    @Override
    public Bytes decode(Bytes stored, Bytes room) throws CodecException {
        try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
            return room.part(0, decode(context, stored, room));
        }
    }

    /** Decodes with a context that is used again, and returns the number of bytes. */
    public static int decode(ZstdDecompressCtx context, Bytes stored, Bytes room) throws CodecException {
        if (stored.length() == 0) {
            throw new CodecException("the zstd data ends early");
        }
        try {
            return context.decompressByteArray(room.array(), room.offset(), room.length(), stored.array(),
                    stored.offset(), stored.length());
        } catch (ZstdException e) {
            throw new CodecException("not valid zstd data: " + e.getMessage(), e);
        }
    }
}
