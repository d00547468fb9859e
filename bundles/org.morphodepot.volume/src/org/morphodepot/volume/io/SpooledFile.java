package org.morphodepot.volume.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

/**
 * Packed bytes unpacked into a temporary file by a thread of their own. Reading waits only until the bytes asked for are
 * there, so the first slices can be shown while the rest is still coming. The heap holds no more than the unpacker does,
 * whatever the size. The thread starts with the first read; closing stops it and removes the file. Thread-safe.
 */
public final class SpooledFile implements AutoCloseable {

    private final String name;
    private final Path folder;
    private final OptionalLong bytes;
    private final Unpacking unpacking;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private GrowingFile file;
    private Thread thread;
    private long filled;
    private boolean ended;
    private IOException failure;
    private volatile boolean closed;

    /** Unpacks everything, in order, until it has come to the end or the sink is closed. */
    @FunctionalInterface
    public interface Unpacking {
        void into(Sink sink) throws IOException;
    }

    /** Takes what was unpacked. */
    public interface Sink {

        /** {@code bytes[offset .. offset+length)} may be used again after the call. */
        void accept(byte[] bytes, int offset, int length) throws IOException;

        /** Whether nobody wants any more. */
        boolean isClosed();
    }

    /**
     * In the folder for temporary files.
     *
     * @param name of the packed file, for messages
     * @param bytes how many there will be, when that is known beforehand
     */
    public SpooledFile(String name, OptionalLong bytes, Unpacking unpacking) {
        this(name, Path.of(System.getProperty("java.io.tmpdir")), bytes, unpacking);
    }

    /** In a certain folder. */
    public SpooledFile(String name, Path folder, OptionalLong bytes, Unpacking unpacking) {
        this.name = name;
        this.folder = folder;
        this.bytes = bytes;
        this.unpacking = unpacking;
    }

    /**
     * Copies {@code length} bytes from {@code offset} as soon as they are there. Blocks.
     *
     * @throws EOFException when there are not so many
     * @throws IOException as unpacking failed, to every reader
     */
    public void read(long offset, byte[] into, int at, int length) throws IOException {
        await(offset + length).read(offset, into, at, length);
    }

    private GrowingFile await(long end) throws IOException {
        lock.lock();
        try {
            start();
            while (!closed && filled < end) {
                if (failure != null) {
                    throw again(failure);
                }
                if (ended) {
                    throw new EOFException("it ends early");
                }
                grown.await();
            }
            if (closed) {
                throw wasClosed(null);
            }
            return file;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while unpacking " + name).initCause(e);
        } finally {
            lock.unlock();
        }
    }

    private VolumeException wasClosed(Throwable cause) {
        return new VolumeException(Kind.STORAGE, name + " has been closed", cause);
    }

    /** A failure is reported to every reader, each with its own stack. */
    private static IOException again(IOException failure) {
        return failure instanceof VolumeException known ? new VolumeException(known.kind(), known.getMessage(), known)
                : new IOException(failure.getMessage(), failure);
    }

    private void start() throws IOException {
        if (thread == null && !closed) {
            checkRoom();
            GrowingFile fresh = begun();
            file = fresh;
            thread = Thread.ofPlatform().daemon().name("unpack " + name).start(() -> fill(fresh));
        }
    }

    private GrowingFile begun() throws IOException {
        try {
            return GrowingFile.in(folder, bytes);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) { // which closes the channel; the disk is well
                throw (IOException) new InterruptedIOException("interrupted while unpacking " + name).initCause(e);
            }
            throw e;
        }
    }

    private void checkRoom() throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < bytes.orElse(0)) {
            throw new VolumeException(Kind.STORAGE, String.format(Locale.ROOT,
                    "%s needs %,d MB of temporary space to be shown, but %s has %,d MB; free some space and try again",
                    name, bytes.getAsLong() / 1_000_000, folder, room / 1_000_000));
        }
    }

    private void fill(GrowingFile out) {
        IOException failed = null;
        try {
            unpacking.into(new Filling(out));
        } catch (IOException e) {
            failed = e;
        } catch (CancellationException e) {
            failed = wasClosed(e);
        } catch (RuntimeException | OutOfMemoryError e) {
            failed = new IOException("unpacking " + name + " failed: " + e, e);
        }
        lock.lock();
        try {
            failure = failed;
            ended = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private final class Filling implements Sink {

        private final GrowingFile out;

        Filling(GrowingFile out) {
            this.out = out;
        }

        @Override
        public void accept(byte[] more, int offset, int length) throws IOException {
            out.append(more, offset, length);
            lock.lock();
            try {
                filled += length;
                grown.signalAll();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public boolean isClosed() {
            return closed;
        }
    }

    /** Stops unpacking and removes the file; whoever waits fails. May be called again. */
    @Override
    public void close() throws IOException {
        Thread running;
        lock.lock();
        try {
            closed = true;
            grown.signalAll();
            running = thread;
        } finally {
            lock.unlock();
        }
        try {
            if (running != null) {
                running.interrupt();
                running.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (file != null) {
                file.close();
            }
        }
    }
}
