package org.morphodepot.label.gzip;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes one gzip member piece by piece: filled, summed and compressed on as many threads as there are processors,
 * written in order on the caller's. Memory is that of the few pieces on their way. One thread; closing after
 * {@link #finish} or a failure frees the threads, and leaves the output open.
 */
public final class GzipPieces implements AutoCloseable {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int WAITING_PER_THREAD = 3;

    private final OutputStream out;
    private final ExecutorService workers;
    private final int mostWaiting;
    private final PieceDeflaters deflaters;
    private final Queue<Future<Deflated>> waiting = new ArrayDeque<>();
    private final JoinedCrc crc = new JoinedCrc();
    private long length;

    /**
     * Writes the gzip header.
     *
     * @param value bytes of one value, at which distance equal neighbours are
     * @param row bytes of one row, at which distance the values of the row before are
     */
    public GzipPieces(OutputStream out, int value, int row) throws IOException {
        this.out = out;
        out.write(HEADER);
        int threads = Runtime.getRuntime().availableProcessors();
        workers = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("gzip-", 0).factory());
        mostWaiting = threads * WAITING_PER_THREAD;
        deflaters = new PieceDeflaters(value, row);
    }

    /** Adds a piece, which may be asked for its bytes until {@link #finish} returns. */
    public void add(Piece piece) throws IOException {
        waiting.add(workers.submit(() -> deflaters.deflate(piece)));
        while (waiting.size() > mostWaiting) {
            writeOldest();
        }
    }

    /** Writes what is still on its way, and the end of the member. */
    public void finish() throws IOException {
        while (!waiting.isEmpty()) {
            writeOldest();
        }
        out.write(RowDeflater.END);
        out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(crc.value()).putInt((int) length)
                .array());
    }

    private void writeOldest() throws IOException {
        try {
            Deflated piece = waiting.remove().get();
            out.write(piece.bytes());
            crc.add(piece.crc(), piece.length());
            length += piece.length();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while compressing").initCause(e);
        } catch (ExecutionException e) {
            throw new IOException("compression failed: " + e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        workers.close();
    }
}
