package org.morphodepot.volume.zarr.codec;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** zlib streams (RFC 1950). */
public final class Deflated implements ByteCodec {

    @Override
    public String name() {
        return "zlib";
    }

    @Override
    public OptionalLong encodedSize(long decoded) {
        return OptionalLong.empty();
    }

    @Override
    public Bytes decode(Bytes stored, Bytes room) throws CodecException {
        OptionalInt fast = LibDeflate.zlib(stored, room);
        if (fast.isPresent()) {
            return room.part(0, fast.getAsInt());
        }
        Inflater inflater = new Inflater();
        try {
            return room.part(0, inflate(inflater, stored, room));
        } finally {
            inflater.end();
        }
    }

    /** Inflates one whole stream and returns the number of bytes it gave. */
    static int inflate(Inflater inflater, Bytes stored, Bytes room) throws CodecException {
        try {
            inflater.setInput(stored.array(), stored.offset(), stored.length());
            int done = 0;
            while (done < room.length() && !inflater.finished()) {
                int count = inflater.inflate(room.array(), room.offset() + done, room.length() - done);
                if (count == 0 && !inflater.finished()) {
                    throw new CodecException("the compressed data ends early");
                }
                done += count;
            }
            finish(inflater);
            return done;
        } catch (DataFormatException e) {
            throw new CodecException("not valid deflate data" + (e.getMessage() == null ? "" : ": " + e.getMessage()),
                    e);
        }
    }

    /** With the room full the end of the stream may not have been seen yet: it must come without another byte. */
    private static void finish(Inflater inflater) throws CodecException, DataFormatException {
        if (!inflater.finished()) {
            if (inflater.inflate(new byte[1]) > 0) {
                throw new CodecException("it inflates to more than the chunk holds");
            }
            if (!inflater.finished()) {
                throw new CodecException("the compressed data ends early");
            }
        }
    }
}
