package org.morphodepot.volume.zarr.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.OptionalLong;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** bzip2 streams, one or several in a row. */
public final class Bzip2 implements ByteCodec {

    @Override
    public String name() {
        return "bz2";
    }

    @Override
    public OptionalLong encodedSize(long decoded) {
        return OptionalLong.empty();
    }

    @Override
    public Bytes decode(Bytes stored, Bytes room) throws CodecException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(stored.array(), stored.offset(), stored.length());
        try (BZip2CompressorInputStream in = new BZip2CompressorInputStream(bytes, true)) {
            int done = in.readNBytes(room.array(), room.offset(), room.length());
            if (done == room.length() && in.read() >= 0) {
                throw new CodecException("it inflates to more than the chunk holds");
            }
            return room.part(0, done);
        } catch (CodecException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new CodecException("not valid bzip2 data", e);
        }
    }
}
