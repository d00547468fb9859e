package org.morphodepot.label;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.morphodepot.volume.io.DiskTrouble;

/**
 * A file on the local disk for words that left memory, of this process only and gone with it. Space comes in extents; an
 * extent is used again once nobody holds a place in it. Any thread; a thread that is interrupted while it reads does no
 * harm, which is why this is no channel.
 */
final class PageFile {

    static final int EXTENT = 1 << 20;
    private static final String NAME = "label-blocks-";
    private static final String SUFFIX = ".pages";
    private static final int READERS = 4;
    private static final Cleaner CLEANER = Cleaner.create();

    private final Path path;
    private final RandomAccessFile writer;
    private final RandomAccessFile[] readers = new RandomAccessFile[READERS];
    private final ConcurrentLinkedQueue<Long> free = new ConcurrentLinkedQueue<>();
    private final byte[] buffer = new byte[8 * Block.VOXELS];
    private Extent current;
    private int used;
    private long end;

    /** A part of the file, as long as somebody holds it. */
    private static final class Extent {
        private final long start;

        private Extent(long start) {
            this.start = start;
        }
    }

    /** Where words are. */
    final class Place {
        private final Extent extent;
        private final int offset;

        private Place(Extent extent, int offset) {
            this.extent = extent;
            this.offset = offset;
        }

        /** Fills {@code out}, as long as what was written. */
        void read(long[] out) throws IOException {
            PageFile.this.read(extent.start + offset, out);
        }
    }

    private PageFile(Path path) throws IOException {
        this.path = path;
        writer = new RandomAccessFile(path.toFile(), "rw");
        for (int i = 0; i < READERS; i++) {
            readers[i] = new RandomAccessFile(path.toFile(), "r");
        }
    }

    /** Makes a file, and removes those that processes left which were killed. */
    static PageFile in(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
            sweep(folder);
            Path path = folder.resolve(NAME + UUID.randomUUID() + SUFFIX);
            PageFile file = new PageFile(path);
            delete(path);
            return file;
        } catch (IOException e) {
            throw DiskTrouble.writing(folder, e);
        }
    }

    /** Where files can be deleted while they are open, none is ever left; elsewhere those in use resist. */
    private static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, NAME + "*" + SUFFIX)) {
            left.forEach(PageFile::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }

    /** Writes words, at most {@link Block#VOXELS} of them. */
    synchronized Place write(long[] words) throws IOException {
        int bytes = 8 * words.length;
        if (current == null || used + bytes > EXTENT) {
            current = extent();
            used = 0;
        }
        ByteBuffer.wrap(buffer).order(ByteOrder.nativeOrder()).asLongBuffer().put(words);
        try {
            writer.seek(current.start + used);
            writer.write(buffer, 0, bytes);
        } catch (IOException e) {
            throw DiskTrouble.writing(path, e);
        }
        Place place = new Place(current, used);
        used += bytes;
        return place;
    }

    private Extent extent() {
        Long again = free.poll();
        long start = again == null ? end : again;
        if (again == null) {
            end += EXTENT;
        }
        Extent extent = new Extent(start);
        CLEANER.register(extent, () -> free.add(start));
        return extent;
    }

    /** Bytes that the file has reached. */
    synchronized long length() {
        return end;
    }

    private void read(long at, long[] out) throws IOException {
        byte[] bytes = new byte[8 * out.length];
        RandomAccessFile reader = readers[(int) Thread.currentThread().threadId() & READERS - 1];
        synchronized (reader) {
            reader.seek(at);
            reader.readFully(bytes);
        }
        ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asLongBuffer().get(out);
    }
}
