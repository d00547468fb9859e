package org.morphodepot.work;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import org.morphodepot.volume.io.AtomicFile;
import org.morphodepot.volume.io.DiskTrouble;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** Small files of our own, one JSON object each; they appear whole or not at all. */
public final class JsonFile {

    private static final int LARGEST = 16 << 20;

    private JsonFile() {
    }

    /** Empty when there is no such file, or when it is damaged: nothing in these files is the only copy of somebody's work. */
    public static Optional<JsonObject> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            int length = Math.min(bytes.length, LARGEST);
            JsonElement json = JsonParser.parseString(new String(bytes, 0, length, StandardCharsets.UTF_8));
            return json.isJsonObject() ? Optional.of(json.getAsJsonObject()) : Optional.empty();
        } catch (NoSuchFileException | JsonParseException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw DiskTrouble.reading(file, e);
        }
    }

    /** The folder is made when it is missing. */
    public static void write(Path file, JsonObject json) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (AtomicFile out = AtomicFile.create(file)) {
            String text = new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n";
            out.out().write(text.getBytes(StandardCharsets.UTF_8));
            out.commit();
        }
    }
}
