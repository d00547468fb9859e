package org.morphodepot.volume.images.nifti;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.GZIPInputStream;

import org.morphodepot.volume.io.DiskTrouble;

/**
 * A gzipped file, unpacked by a thread of its own into a temporary one from the first read on. Reading waits only until
 * its bytes are there, so the first slices are shown while the rest is still coming.
 */
final class InflatedFile implements NiftiValues {

    private static final int BUFFER = 256 << 10;

    private final Path file;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private Path unpacked;
    private Thread thread;
    private long filled;
    private boolean ended;
    private IOException failure;
    private volatile boolean closed;

    InflatedFile(Path file) {
        this.file = file;
    }

    @Override
    public void read(long offset, byte[] into) throws IOException {
        PlainFile.read(await(offset + into.length), offset, into);
    }

    private Path await(long end) throws IOException {
        lock.lock();
        try {
            start();
            while (filled < end && !ended && !closed) {
                grown.await();
            }
            if (filled < end) {
                throw failure != null ? new IOException(failure.getMessage(), failure)
                        : new EOFException(closed ? "it has been closed" : "it ends early");
            }
            return unpacked;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while unpacking " + file).initCause(e);
        } finally {
            lock.unlock();
        }
    }

    private void start() throws IOException {
        if (thread == null && !closed) {
            unpacked = Files.createTempFile("morphodepot-", ".nii");
            unpacked.toFile().deleteOnExit();
            thread = Thread.ofPlatform().daemon().name("nifti-unpack").start(this::unpack);
        }
    }

    private void unpack() {
        IOException trouble = null;
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), BUFFER);
                OutputStream out = Files.newOutputStream(unpacked)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0 && !closed; n = in.read(buffer)) {
                write(out, buffer, n);
                progressed(n, false, null);
            }
        } catch (IOException e) {
            trouble = e;
        }
        progressed(0, true, trouble);
    }

    private void write(OutputStream out, byte[] buffer, int count) throws IOException {
        try {
            out.write(buffer, 0, count);
        } catch (IOException e) {
            throw DiskTrouble.writing(unpacked, e);
        }
    }

    private void progressed(int bytes, boolean last, IOException trouble) {
        lock.lock();
        try {
            filled += bytes;
            ended = last;
            failure = trouble;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String codec() {
        return "gzip";
    }

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
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Files.deleteIfExists(unpacked);
        }
    }
}
