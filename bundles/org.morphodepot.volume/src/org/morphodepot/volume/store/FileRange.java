package org.morphodepot.volume.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.morphodepot.volume.spi.BodyStream;

/** A stretch of a file as a stream; ends early where the file does. One thread. */
final class FileRange extends BodyStream {

    private final FileChannel channel;
    private final long end;
    private long at;

    FileRange(Path file, long offset, long length) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        at = offset;
        end = offset + length;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (at >= end) {
            return -1;
        }
        int limit = into.limit();
        into.limit((int) Math.min(limit, into.position() + end - at));
        int n = channel.read(into, at);
        into.limit(limit);
        at += Math.max(0, n);
        return n;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - at);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
