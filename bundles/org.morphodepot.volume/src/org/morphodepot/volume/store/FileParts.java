package org.morphodepot.volume.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.List;

import org.morphodepot.volume.io.DiskTrouble;
import org.morphodepot.volume.spi.BodySource;
import org.morphodepot.volume.spi.PartWriter;

/**
 * A file that comes in parts: {@code .NAME.partial} gets the bytes, {@code .NAME.list.partial} says which are there: its first
 * line names the source's state and the lengths, each further one a part. Parts are forced to the disk before they are listed.
 */
final class FileParts implements PartWriter {

    static final String ENDING = ".partial";

    private final Path target;
    private final Path partial;
    private final Path list;
    private final long length;
    private final long partLength;
    private final FileChannel bytes;
    private final FileChannel lines;
    private final BitSet done;

    private FileParts(Path target, Path partial, Path list, long length, long partLength, BitSet done) throws IOException {
        this.target = target;
        this.partial = partial;
        this.list = list;
        this.length = length;
        this.partLength = partLength;
        this.done = done;
        bytes = FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lines = FileChannel.open(list, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static FileParts of(Path target, long length, long partLength, String state) throws IOException {
        Path partial = target.resolveSibling("." + target.getFileName() + ENDING);
        Path list = target.resolveSibling("." + target.getFileName() + ".list" + ENDING);
        String first = length + " " + partLength + " " + state.replaceAll("\\s", "_");
        BitSet done = new BitSet();
        if (Files.isRegularFile(partial) && Files.isRegularFile(list)) {
            List<String> known = List.of(Files.readString(list, StandardCharsets.UTF_8).split("\n"));
            if (known.getFirst().equals(first)) {
                known.stream().skip(1).filter(line -> line.matches("\\d{1,9}")).map(Integer::valueOf).forEach(done::set);
                return new FileParts(target, partial, list, length, partLength, done);
            }
        }
        Files.deleteIfExists(partial);
        Files.writeString(list, first + "\n");
        return new FileParts(target, partial, list, length, partLength, done);
    }

    @Override
    public synchronized boolean has(int index) {
        return done.get(index);
    }

    @Override
    public void write(int index, long count, BodySource body) throws IOException {
        // a channel of its own: an interrupt closes the one it meets
        try (FileChannel own = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            FileBulk.fill(own, index * partLength, count, body, target);
            own.force(false);
        } catch (IOException e) {
            throw FileBulk.trouble(target, e);
        }
        synchronized (this) {
            done.set(index);
            lines.write(ByteBuffer.wrap((index + "\n").getBytes(StandardCharsets.UTF_8)));
        }
    }

    static void write(FileChannel channel, ByteBuffer bytes, long at, Path target) throws IOException {
        long place = at;
        try {
            while (bytes.hasRemaining()) {
                place += channel.write(bytes, place);
            }
        } catch (java.nio.channels.ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw DiskTrouble.writing(target, e);
        }
    }

    @Override
    public String complete() throws IOException {
        try {
            if (bytes.size() != length) {
                throw new IOException("not all of it has come in");
            }
            close();
            StoreFolder.move(partial, target);
            Files.deleteIfExists(list);
            return "";
        } catch (IOException e) {
            throw DiskTrouble.writing(target, e);
        }
    }

    @Override
    public void discard() throws IOException {
        close();
        Files.deleteIfExists(partial);
        Files.deleteIfExists(list);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
        lines.close();
    }
}
