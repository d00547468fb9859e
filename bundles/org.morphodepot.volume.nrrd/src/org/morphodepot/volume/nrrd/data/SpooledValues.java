package org.morphodepot.volume.nrrd.data;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.io.DiskTrouble;

/**
 * Packed values unpacked into a temporary file by a thread of their own. Reading waits only until the bytes asked for
 * are there, so the first slices can be shown while the rest is still coming. The heap holds a few MiB whatever the
 * size. The thread starts with the first read; closing stops it and removes the file.
 */
public final class SpooledValues implements RawValues {

    private final ValueStream values;
    private final Path folder;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private Path file;
    private MappedValues mapped;
    private Thread thread;
    private long filled;
    private IOException failure;
    private volatile boolean closed;

    /** In the folder for temporary files. */
    public SpooledValues(ValueStream values) {
        this(values, Path.of(System.getProperty("java.io.tmpdir")));
    }

    SpooledValues(ValueStream values, Path folder) {
        this.values = values;
        this.folder = folder;
    }

    @Override
    public void read(long offset, byte[] into, int at, int length) throws IOException {
        await(offset + length).read(offset, into, at, length);
    }

    /** Waits until {@code end} bytes are in the file. */
    private MappedValues await(long end) throws IOException {
        lock.lock();
        try {
            start();
            while (filled < end) {
                if (failure != null || closed) {
                    throw closed ? new VolumeException(Kind.STORAGE, values.name() + " has been closed")
                            : again(failure);
                }
                grown.await();
            }
            return mapped;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while unpacking " + values.name()).initCause(e);
        } finally {
            lock.unlock();
        }
    }

    /** A failure is reported to every reader, each with its own stack. */
    private static IOException again(IOException failure) {
        return failure instanceof VolumeException known ? new VolumeException(known.kind(), known.getMessage(), known)
                : new IOException(failure.getMessage(), failure);
    }

    private void start() throws IOException {
        if (thread != null || failure != null || closed) {
            return;
        }
        checkRoom();
        RandomAccessFile out = create();
        thread = Thread.ofPlatform().daemon().name("nrrd-spool").start(() -> fill(out));
    }

    private void checkRoom() throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < values.bytes()) {
            throw new VolumeException(Kind.STORAGE, String.format(Locale.ROOT,
                    "%s needs %,d MB of temporary space to be shown, but %s has %,d MB; free some space and try again",
                    values.name(), values.bytes() / 1_000_000, folder, room / 1_000_000));
        }
    }

    /** The file has its full length from the start, without taking up room, so that it can be mapped. */
    private RandomAccessFile create() throws IOException {
        RandomAccessFile out = null;
        try {
            file = Files.createTempFile(folder, "morphodepot-", ".values");
            out = new RandomAccessFile(file.toFile(), "rw");
            out.setLength(values.bytes());
            mapped = MappedValues.of(file, values.bytes());
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.delete(file); // lives on while open, and is gone even if the program is killed
            }
            return out;
        } catch (IOException e) {
            if (out != null) {
                out.close();
            }
            remove();
            throw DiskTrouble.writing(folder, e);
        }
    }

    private void fill(RandomAccessFile out) {
        IOException failed = null;
        try (out) {
            values.copy((bytes, offset, length) -> {
                write(out, bytes, offset, length);
                grow(length);
            }, new UntilClosed());
        } catch (IOException e) {
            failed = e;
        } catch (CancellationException e) {
            failed = new VolumeException(Kind.STORAGE, values.name() + " has been closed", e);
        }
        lock.lock();
        try {
            failure = failed;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void write(RandomAccessFile out, byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw DiskTrouble.writing(file, e);
        }
    }

    private void grow(int length) {
        lock.lock();
        try {
            filled += length;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
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
            remove();
        }
    }

    private void remove() throws IOException {
        if (mapped != null) {
            mapped.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    /** Ends the copy when the values are closed. */
    private final class UntilClosed implements Progress {

        @Override
        public void report(long done, long total, String what) {
            // whoever waits sees the file grow
        }

        @Override
        public boolean cancelled() {
            return closed;
        }
    }
}
