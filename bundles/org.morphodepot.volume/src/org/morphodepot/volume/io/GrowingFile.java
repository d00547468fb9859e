package org.morphodepot.volume.io;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

/**
 * A temporary file that is appended to by one thread and read by any, mapped in stretches that exist before they are filled and
 * take up no room until then. Where the system allows it the file has no name, and is gone even if the program is killed.
 */
final class GrowingFile implements AutoCloseable {

    private static final long STRETCH = 1L << 30;

    private final Path file;
    private final RandomAccessFile out;
    private final long stretch;
    private final Arena arena = Arena.ofShared();
    private final List<MemorySegment> stretches = new CopyOnWriteArrayList<>();
    private long end;

    private GrowingFile(Path file, RandomAccessFile out, long stretch) {
        this.file = file;
        this.out = out;
        this.stretch = stretch;
    }

    /** Begins a file; {@code bytes} is its length when that is known. */
    static GrowingFile in(Path folder, OptionalLong bytes) throws IOException {
        Path file = null;
        try {
            file = Files.createTempFile(folder, "morphodepot-", ".unpacked");
            file.toFile().deleteOnExit();
            GrowingFile fresh = new GrowingFile(file, new RandomAccessFile(file.toFile(), "rw"),
                    Math.clamp(bytes.orElse(STRETCH), 1, STRETCH));
            try {
                fresh.stretch();
                if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.delete(file);
                }
                return fresh;
            } catch (IOException e) {
                fresh.close();
                throw e;
            }
        } catch (IOException e) {
            if (file != null) {
                Files.deleteIfExists(file);
            }
            throw DiskTrouble.writing(folder, e);
        }
    }

    private void stretch() throws IOException {
        long start = stretches.size() * stretch;
        out.setLength(start + stretch);
        stretches.add(out.getChannel().map(MapMode.READ_ONLY, start, stretch, arena));
    }

    /** One thread. */
    void append(byte[] bytes, int offset, int length) throws IOException {
        try {
            while (end + length > stretches.size() * stretch) {
                stretch();
            }
            out.write(bytes, offset, length);
            end += length;
        } catch (IOException e) {
            throw DiskTrouble.writing(file, e);
        }
    }

    /** Of what has been appended. Any thread. */
    void read(long offset, byte[] into, int at, int length) throws VolumeException {
        for (int done = 0; done < length;) {
            long place = (offset + done) % stretch;
            int count = (int) Math.min(length - done, stretch - place);
            copy(stretches.get((int) ((offset + done) / stretch)), place, into, at + done, count);
            done += count;
        }
    }

    private void copy(MemorySegment bytes, long place, byte[] into, int at, int count) throws VolumeException {
        try {
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, place, into, at, count);
        } catch (IllegalStateException e) {
            throw new VolumeException(Kind.STORAGE, "it has been closed", e);
        } catch (InternalError e) { // a page that is not there any more
            throw new VolumeException(Kind.STORAGE, "cannot read " + file + ": its disk is gone; open it again", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (arena.scope().isAlive()) {
            arena.close();
        }
        out.close();
        Files.deleteIfExists(file);
    }
}
