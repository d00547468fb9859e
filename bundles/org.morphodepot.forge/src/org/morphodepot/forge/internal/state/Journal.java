package org.morphodepot.forge.internal.state;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * Lines of JSON in a file, each on the disk before {@link #append} returns. A line that was cut off by a crash was never
 * acknowledged and is dropped. Now and then all is written anew as a snapshot and the journal begins again.
 */
final class Journal implements Closeable {

    private final Path folder;
    private final Path file;
    private final Path snapshot;
    private FileChannel channel;

    Journal(Path folder) {
        this.folder = folder;
        file = folder.resolve("journal.jsonl");
        snapshot = folder.resolve("snapshot.jsonl");
    }

    /** Hands over the lines of the snapshot, then those of the journal, and opens it for more. */
    void open(Consumer<JsonObject> reader) throws IOException {
        if (Files.exists(snapshot)) {
            read(snapshot, reader);
        }
        long good = Files.exists(file) ? read(file, reader) : 0;
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(good);
        channel.position(good);
        channel.force(true);
        syncFolder();
    }

    /** Reads whole lines; gives the length of the part that is whole. */
    private static long read(Path file, Consumer<JsonObject> reader) throws IOException {
        long good = 0;
        long size = Files.size(file);
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                long end = good + line.getBytes(StandardCharsets.UTF_8).length + 1;
                if (end > size) {
                    return good; // cut off before its line end
                }
                try {
                    reader.accept(JsonParser.parseString(line).getAsJsonObject());
                } catch (JsonParseException | IllegalStateException e) {
                    if (end < size) {
                        throw new IOException("The practice depot's journal " + file + " is damaged at byte " + good
                                + ". Start with another folder.", e);
                    }
                    return good;
                }
                good = end;
            }
        }
        return good;
    }

    long size() throws IOException {
        return channel.position();
    }

    void append(JsonObject line) throws IOException {
        long start = channel.position();
        try {
            write(channel, line);
            channel.force(false);
        } catch (IOException e) {
            channel.truncate(start);
            throw e;
        }
    }

    /** Replaces snapshot and journal by these lines; a crash in between leaves the old ones or both. */
    void rewrite(Stream<JsonObject> lines) throws IOException {
        Path growing = folder.resolve("snapshot.tmp");
        try (FileChannel out = FileChannel.open(growing, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            for (JsonObject line : (Iterable<JsonObject>) lines::iterator) {
                write(out, line);
            }
            out.force(true);
        }
        Files.move(growing, snapshot, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder();
        channel.truncate(0);
        channel.position(0);
        channel.force(true);
    }

    private static void write(FileChannel out, JsonObject line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private void syncFolder() {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            // Windows cannot open folders and writes names through by itself
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
