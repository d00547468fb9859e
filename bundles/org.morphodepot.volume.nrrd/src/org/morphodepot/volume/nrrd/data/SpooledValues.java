package org.morphodepot.volume.nrrd.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

import org.morphodepot.volume.Progress;
import org.morphodepot.volume.io.SpooledFile;

/** Packed values, unpacked into a temporary file from the first read on; see {@link SpooledFile}. */
public final class SpooledValues implements RawValues {

    private final SpooledFile file;

    /** In the folder for temporary files. */
    public SpooledValues(ValueStream values) {
        this(values, Path.of(System.getProperty("java.io.tmpdir")));
    }

    SpooledValues(ValueStream values, Path folder) {
        file = new SpooledFile(values.name(), folder, OptionalLong.of(values.bytes()),
                sink -> values.copy(sink::accept, new UntilClosed(sink)));
    }

    @Override
    public void read(long offset, byte[] into, int at, int length) throws IOException {
        file.read(offset, into, at, length);
    }

    @Override
    public boolean isLittleEndian() {
        return true;
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Ends the copy when the values are closed. */
    private record UntilClosed(SpooledFile.Sink sink) implements Progress {

        @Override
        public void report(long done, long total, String what) {
            // whoever waits sees the file grow
        }

        @Override
        public boolean cancelled() {
            return sink.isClosed();
        }
    }
}
