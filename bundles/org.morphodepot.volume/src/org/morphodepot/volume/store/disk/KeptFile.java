package org.morphodepot.volume.store.disk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

import org.morphodepot.volume.store.StoreLimits;

/**
 * The form of a kept object on disk: a head of {@value #HEAD} bytes with its name, tag, length and checksum, then its bytes. A
 * file that is not exactly of this form counts as not there: it may be cut short, of another version, or not ours.
 *
 * @param name key and range, to tell objects whose hashes agree
 * @param tag of the object when it was fetched
 * @param isThere false for the note that the store has no such object
 */
record KeptFile(String name, String tag, boolean isThere, byte[] bytes) {

    static final int HEAD = 2048;

    private static final int MAGIC = 0x4d444b31;
    private static final int LONGEST_NAME = 1200;

    /** Whether there is room in the head. */
    static boolean fits(String name, String tag) {
        return name.length() <= LONGEST_NAME / 3 && tag.length() <= 200 || utf8(name) + utf8(tag) <= LONGEST_NAME;
    }

    private static int utf8(String text) {
        return 3 * text.length();
    }

    /** Reads a file; empty when there is none or it is not right. */
    static Optional<KeptFile> read(Path file, String name) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            long size = channel.size();
            if (size < HEAD || size - HEAD > StoreLimits.wholeObject()) {
                return Optional.empty();
            }
            Head head = Head.of(read(channel, 0, HEAD));
            if (!head.name().equals(name) || head.length() != size - HEAD) {
                return Optional.empty();
            }
            KeptFile found = new KeptFile(name, head.tag(), head.isThere(), read(channel, HEAD, (int) head.length()));
            return found.sum() == head.sum() ? Optional.of(found) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static byte[] read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new IOException("cut short");
            }
        }
        return buffer.array();
    }

    /** Writes a new file. */
    void write(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer[] parts = {new Head(name, tag, isThere, bytes.length, sum()).bytes(), ByteBuffer.wrap(bytes)};
            while (parts[1].hasRemaining() || parts[0].hasRemaining()) {
                channel.write(parts);
            }
        }
    }

    private int sum() {
        CRC32C sum = new CRC32C();
        sum.update((name + "\n" + tag + "\n" + isThere).getBytes(StandardCharsets.UTF_8));
        sum.update(bytes);
        return (int) sum.getValue();
    }

    /** What the first bytes say. */
    private record Head(String name, String tag, boolean isThere, long length, int sum) {

        static Head of(byte[] bytes) throws IOException {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            if (in.readInt() != MAGIC) {
                throw new IOException("another kind of file");
            }
            return new Head(in.readUTF(), in.readUTF(), in.readBoolean(), in.readLong(), in.readInt());
        }

        ByteBuffer bytes() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(HEAD);
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                out.writeInt(MAGIC);
                out.writeUTF(name);
                out.writeUTF(tag);
                out.writeBoolean(isThere);
                out.writeLong(length);
                out.writeInt(sum);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return ByteBuffer.wrap(java.util.Arrays.copyOf(bytes.toByteArray(), HEAD));
        }
    }

    /** Removes a file without complaint. */
    static void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // it will be found wrong again
        }
    }
}
