package org.morphodepot.volume.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;

/**
 * Compresses on several threads into one gzip member (RFC 1952) that every gzip reader understands. The input is cut
 * into blocks of {@value #BLOCK} bytes; each is deflated on its own with the 32 KiB before it as dictionary, so that
 * little is lost against one thread, and ends on a byte boundary (a sync flush), so that the pieces can be joined.
 *
 * <p>Memory is bounded by the number of threads, not by the amount written. One thread writes; the output stream is
 * used by that thread only. {@link #close()} finishes the member and closes the output; when a write failed, close only
 * frees.
 */
public final class ParallelGzipOutputStream extends OutputStream {

    static final int BLOCK = 512 << 10;
    private static final int USUAL = 6;
    private static final int WAITING_PER_THREAD = 3;
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final OutputStream out;
    private final ExecutorService workers;
    private final int mostWaiting;
    private final DeflateBlocks blocks;
    private final Queue<Future<DeflateBlock>> waiting = new ArrayDeque<>();
    private final CRC32 crc = new CRC32();
    private long length;
    private DeflateBlock current;
    private boolean broken;
    private boolean closed;

    /** On as many threads as there are processors, with the usual trade of size against time. */
    public ParallelGzipOutputStream(OutputStream out) throws IOException {
        this(out, Runtime.getRuntime().availableProcessors(), USUAL);
    }

    /**
     * Writes the gzip header.
     *
     * @param threads number of compressing threads, at least 1
     * @param level 1 (fast) to 9 (small), for what repeats itself; noise is compressed with at most 3
     */
    public ParallelGzipOutputStream(OutputStream out, int threads, int level) throws IOException {
        this.out = Objects.requireNonNull(out);
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
        out.write(HEADER);
        workers = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("gzip-", 0).factory());
        mostWaiting = threads * WAITING_PER_THREAD;
        blocks = new DeflateBlocks(level);
        current = blocks.first();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, bytes.length);
        check();
        crc.update(bytes, offset, count);
        length += count;
        int from = offset;
        int end = offset + count;
        while (from < end) {
            if (current.isFull()) {
                submit(false);
            }
            from += current.fill(bytes, from, end - from);
        }
    }

    /** Passes on what is compressed already; the block being filled stays, since cutting it would cost compression. */
    @Override
    public void flush() throws IOException {
        check();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            if (!broken) {
                finish();
            }
        } finally {
            workers.shutdownNow();
            workers.close();
            blocks.free();
        }
    }

    private void check() throws IOException {
        if (closed || broken) {
            throw new IOException(closed ? "stream is closed" : "an earlier write failed");
        }
    }

    private void finish() throws IOException {
        submit(true);
        while (!waiting.isEmpty()) {
            writeOldest();
        }
        out.write(trailer());
    }

    private void submit(boolean last) throws IOException {
        DeflateBlock full = current;
        current = last ? null : blocks.after(full);
        waiting.add(workers.submit(() -> blocks.deflate(full, last)));
        while (waiting.size() > mostWaiting) {
            writeOldest();
        }
    }

    private void writeOldest() throws IOException {
        boolean done = false;
        try {
            DeflateBlock block = waiting.remove().get();
            block.writeTo(out);
            blocks.recycle(block);
            done = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while compressing").initCause(e);
        } catch (ExecutionException e) {
            throw new IOException("compression failed: " + e.getCause().getMessage(), e.getCause());
        } finally {
            broken |= !done;
        }
    }

    private byte[] trailer() {
        long sum = crc.getValue();
        byte[] bytes = new byte[8];
        for (int i = 0; i < 4; i++) {
            bytes[i] = (byte) (sum >>> 8 * i);
            bytes[4 + i] = (byte) (length >>> 8 * i);
        }
        return bytes;
    }
}
