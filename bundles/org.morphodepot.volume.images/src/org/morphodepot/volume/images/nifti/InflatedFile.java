package org.morphodepot.volume.images.nifti;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

import org.morphodepot.volume.io.SpooledFile;

/** A gzipped file, unpacked into a temporary one from the first read on; see {@link SpooledFile}. */
final class InflatedFile implements NiftiValues {

    private static final int BUFFER = 256 << 10;

    private final SpooledFile unpacked;

    InflatedFile(Path file) {
        unpacked = new SpooledFile(file.toString(), OptionalLong.empty(), sink -> unpack(file, sink));
    }

    private static void unpack(Path file, SpooledFile.Sink sink) throws IOException {
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), BUFFER)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0 && !sink.isClosed(); n = in.read(buffer)) {
                sink.accept(buffer, 0, n);
            }
        }
    }

    @Override
    public void read(long offset, byte[] into) throws IOException {
        unpacked.read(offset, into, 0, into.length);
    }

    @Override
    public String codec() {
        return "gzip";
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }
}
