package org.morphodepot.volume.nrrd.data;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Runs a reader on a thread of its own, a few buffers ahead, so that inflating and using values overlap. One thread
 * takes.
 */
final class ReadAhead implements AutoCloseable {

    private static final int BUFFER = 256 << 10;
    private static final int BUFFERS = 8;

    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BUFFERS);
    private final BlockingQueue<Filled> full = new ArrayBlockingQueue<>(BUFFERS + 1);
    private final Thread thread;

    /** Values to take, or how reading ended: length 0 and perhaps a failure. */
    record Filled(byte[] bytes, int length, Throwable failure) {
    }

    ReadAhead(ValueReader reader, long total) {
        int size = (int) Math.min(BUFFER, total) + 7 & ~7;
        for (int i = 0; i < BUFFERS; i++) {
            free.add(new byte[size]);
        }
        thread = Thread.ofPlatform().daemon().name("nrrd-read-ahead").start(() -> run(reader));
    }

    private void run(ValueReader reader) {
        Filled last = new Filled(null, 0, null);
        try (reader) {
            int length;
            do {
                byte[] buffer = free.take();
                length = reader.read(buffer);
                if (length > 0) {
                    full.put(new Filled(buffer, length, null));
                }
            } while (length > 0);
        } catch (InterruptedException e) {
            return; // closed: nobody takes any more
        } catch (IOException | RuntimeException | Error e) {
            last = new Filled(null, 0, e);
        }
        full.offer(last); // there is always room: at most BUFFERS are on their way
    }

    /** The next values, to be given back; length 0 at the end. Fails as the reader failed. */
    Filled take() throws IOException {
        try {
            Filled filled = full.take();
            switch (filled.failure()) {
                case null -> {
                    return filled;
                }
                case IOException e -> throw e;
                case Throwable e -> throw new IOException("reading failed: " + e, e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while reading").initCause(e);
        }
    }

    /** Lets the buffer be filled again. */
    void giveBack(Filled filled) {
        free.add(filled.bytes());
    }

    /** Stops reading and waits until the file is closed. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
