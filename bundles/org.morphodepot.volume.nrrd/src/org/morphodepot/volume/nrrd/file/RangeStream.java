package org.morphodepot.volume.nrrd.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VolumeException;

/** A remote file from one position to its end, some ranges ahead of the reader. One thread reads. */
final class RangeStream extends InputStream {

    private static final int RANGE = 4 << 20;
    private static final int AHEAD = 4;

    private final RemoteSource source;
    private final long end;
    private final Queue<FutureTask<byte[]>> asked = new ArrayDeque<>();
    private long next;
    private byte[] bytes = new byte[0];
    private int at;

    RangeStream(RemoteSource source, long position, long end) {
        this.source = source;
        this.next = position;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == bytes.length && !advance()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() {
        asked.forEach(task -> task.cancel(true));
        asked.clear();
    }

    private boolean advance() throws IOException {
        while (asked.size() < AHEAD && next < end) {
            long position = next;
            int length = (int) Math.min(RANGE, end - position);
            Callable<byte[]> get = () -> whole(position, length);
            FutureTask<byte[]> task = new FutureTask<>(get);
            Thread.ofVirtual().name("nrrd-range").start(task);
            asked.add(task);
            next += length;
        }
        if (asked.isEmpty()) {
            return false;
        }
        bytes = take();
        at = 0;
        return true;
    }

    private byte[] whole(long position, int length) throws IOException {
        byte[] range = source.range(position, length);
        if (range.length < length) {
            throw new VolumeException(Kind.UNREACHABLE, source.name() + ": the server sent " + range.length + " of "
                    + length + " bytes; try again");
        }
        return range;
    }

    private byte[] take() throws IOException {
        try {
            return asked.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while downloading " + source.name())
                    .initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IOException("download of " + source.name() + " failed: " + e.getCause(), e.getCause());
        }
    }
}
