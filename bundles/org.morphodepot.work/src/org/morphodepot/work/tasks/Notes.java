package org.morphodepot.work.tasks;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.google.gson.Gson;

/**
 * Answers of a forge about one account, on the disk. The time of a file is when its answer was true. What cannot be read
 * counts as not known; what cannot be written is asked for again.
 */
final class Notes {

    private static final long LARGEST = 64L << 20;
    private static final Gson GSON = NoteJson.gson();

    private final Path folder;

    Notes(Path folder) {
        this.folder = folder;
    }

    /** Something that was known at a time. */
    record Note<T>(T value, Instant asOf) {
    }

    <T> Optional<Note<T>> read(String name, Class<T> type) {
        Path file = file(name);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            Instant asOf = Files.getLastModifiedTime(file).toInstant();
            try (InputStream in = Files.newInputStream(file);
                    Reader text = new InputStreamReader(new GZIPInputStream(in, 1 << 16), StandardCharsets.UTF_8)) {
                return Optional.ofNullable(GSON.fromJson(text, type)).map(value -> new Note<>(value, asOf));
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    void write(String name, Object value, Instant asOf) {
        Path file = file(name);
        Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.createDirectories(folder);
            try (Writer text = new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(fresh), 1 << 16),
                    StandardCharsets.UTF_8)) {
                GSON.toJson(value, text);
            }
            Files.setLastModifiedTime(fresh, FileTime.from(asOf));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            delete(fresh);
        }
    }

    /** The answer is still true. */
    void confirm(String name, Instant asOf) {
        try {
            Files.setLastModifiedTime(file(name), FileTime.from(asOf));
        } catch (IOException e) {
            // it only looks older than it is
        }
    }

    void clear() {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(Notes::delete);
        } catch (IOException e) {
            // there is nothing
        }
        delete(folder);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // stays, and does no harm
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".json.gz");
    }
}
