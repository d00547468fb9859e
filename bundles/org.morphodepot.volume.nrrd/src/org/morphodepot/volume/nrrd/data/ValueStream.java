package org.morphodepot.volume.nrrd.data;

import java.io.IOException;
import java.util.List;

import org.morphodepot.volume.Dataset.ValueSink;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.nrrd.header.NrrdHeader;

/**
 * All values of a file as little-endian bytes in file order. Immutable, any thread; every {@link #copy} reads the files
 * anew with 4 MiB of buffers.
 *
 * @param name for progress, such as the file name
 */
public record ValueStream(NrrdHeader header, List<Piece> pieces, String name) {

    /** Number of bytes {@link #copy} hands over. */
    public long bytes() {
        return header.bytes();
    }

    /** Hands all values to {@code sink} on the calling thread. */
    public void copy(ValueSink sink, Progress progress) throws IOException {
        progress.check();
        long done = 0;
        try (ReadAhead ahead = new ReadAhead(new ValueReader(header, pieces), bytes())) {
            for (ReadAhead.Filled filled = ahead.take(); filled.length() > 0; filled = ahead.take()) {
                sink.accept(filled.bytes(), 0, filled.length());
                done += filled.length();
                ahead.giveBack(filled);
                progress.report(done, bytes(), "reading " + name);
                progress.check();
            }
        }
    }
}
