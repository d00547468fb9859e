package org.morphodepot.volume.zarr.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** Codecs of libraries that decode streams, such as bzip2. */
public final class Streamed implements ByteCodec {

    private final String name;
    private final Opening opening;

    /** Puts a decoding stream before one of stored bytes. */
    @FunctionalInterface
    public interface Opening {
        InputStream open(InputStream stored) throws IOException;
    }

    public Streamed(String name, Opening opening) {
        this.name = name;
        this.opening = opening;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public OptionalLong encodedSize(long decoded) {
        return OptionalLong.empty();
    }

    @Override
    public Bytes decode(Bytes stored, Bytes room) throws CodecException {
        try (InputStream in =
                opening.open(new ByteArrayInputStream(stored.array(), stored.offset(), stored.length()))) {
            int done = in.readNBytes(room.array(), room.offset(), room.length());
            if (done == room.length() && in.read() >= 0) {
                throw new CodecException("it inflates to more than the chunk holds");
            }
            return room.part(0, done);
        } catch (CodecException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new CodecException("not valid " + name + " data", e);
        }
    }
}
