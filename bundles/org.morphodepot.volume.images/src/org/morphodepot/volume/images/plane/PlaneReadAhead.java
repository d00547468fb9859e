package org.morphodepot.volume.images.plane;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads slices in order, some ahead, on as many threads as there are processors. One thread takes. */
final class PlaneReadAhead implements AutoCloseable {

    /** Bytes of slices read ahead; two slices whatever their size. */
    private static final long MEMORY = 96 << 20;

    private final Planes planes;
    private final ExecutorService threads;
    private final Deque<Future<byte[]>> ahead = new ArrayDeque<>();
    private final int most;
    private int submitted;

    PlaneReadAhead(Planes planes) {
        this.planes = planes;
        long plane = (long) planes.size().x() * planes.size().y() * planes.type().bytes();
        int processors = Runtime.getRuntime().availableProcessors();
        most = (int) Math.clamp(MEMORY / plane, 2, 2L * processors);
        threads = Executors.newFixedThreadPool(Math.min(processors, most),
                Thread.ofPlatform().daemon().name("planes-", 0).factory());
    }

    /** The next slice; fails as reading it failed. */
    byte[] next() throws IOException {
        while (ahead.size() < most && submitted < planes.size().z()) {
            int z = submitted++;
            ahead.add(threads.submit(() -> planes.read(z)));
        }
        try {
            return ahead.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while reading").initCause(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException("reading failed: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
