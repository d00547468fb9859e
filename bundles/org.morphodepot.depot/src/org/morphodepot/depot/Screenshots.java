package org.morphodepot.depot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.morphodepot.volume.VolumeException;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Pictures of a depot with their captions: {@code screenshots/screenshot-N.png} and {@code screenshots/captions.json}. Other
 * files in that folder are none of it. Immutable.
 */
public final class Screenshots {

    public static final String FOLDER = "screenshots";

    private static final String CAPTIONS = "captions.json";
    private static final Pattern NAME = Pattern.compile("screenshot-(\\d{1,9})\\.png");
    private static final int LARGEST = 1 << 20;

    private final TreeMap<Integer, Shot> shots;
    private final String text;

    /** One picture; the caption may be empty. */
    public record Shot(String file, String caption) {
    }

    private Screenshots(Map<Integer, Shot> shots, String text) {
        this.shots = new TreeMap<>(shots);
        this.text = text;
    }

    /** Of a depot's folder; none when there are none. Links are left out. */
    public static Screenshots read(Path depot) throws IOException {
        Path folder = depot.resolve(FOLDER);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return of(List.of(), "");
        }
        Path captions = folder.resolve(CAPTIONS);
        String text = Files.isRegularFile(captions, LinkOption.NOFOLLOW_LINKS) ? DepotText.read(captions, LARGEST) : "";
        try (Stream<Path> files = Files.list(folder)) {
            return of(files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> file.getFileName().toString()).toList(), text);
        }
    }

    /**
     * From file names and the text of the captions, which may be an object by file name, a list in the order of the pictures,
     * or empty.
     */
    public static Screenshots of(List<String> files, String captions) throws VolumeException {
        JsonElement json = captions.isBlank() ? new JsonObject() : JsonText.parse(captions, FOLDER + "/" + CAPTIONS);
        Map<Integer, Shot> shots = new TreeMap<>();
        for (String file : files) {
            Matcher m = NAME.matcher(file);
            if (m.matches()) {
                shots.put(Integer.valueOf(m.group(1)), new Shot(file, ""));
            }
        }
        int place = 0;
        for (Map.Entry<Integer, Shot> entry : shots.entrySet()) {
            String file = entry.getValue().file();
            entry.setValue(new Shot(file, caption(json, file, place++)));
        }
        return new Screenshots(shots, captions);
    }

    private static String caption(JsonElement json, String file, int place) {
        if (json.isJsonArray()) {
            JsonArray list = json.getAsJsonArray();
            return place < list.size() ? JsonText.string(list.get(place)) : "";
        }
        return json.isJsonObject() ? JsonText.string(json.getAsJsonObject().get(file)) : "";
    }

    /** By number. */
    public List<Shot> shots() {
        return new ArrayList<>(shots.values());
    }

    /** The name a further picture gets. */
    public String nextName() {
        return "screenshot-" + (shots.isEmpty() ? 1 : shots.lastKey() + 1) + ".png";
    }

    /** With a caption for a picture of that name, which is added when there is none. */
    public Screenshots with(String file, String caption) {
        Matcher m = NAME.matcher(file);
        if (!m.matches()) {
            throw new IllegalArgumentException("Not a screenshot of a depot: " + file);
        }
        Map<Integer, Shot> more = new TreeMap<>(shots);
        Shot old = more.put(Integer.valueOf(m.group(1)), new Shot(file, caption));
        return old != null && old.caption().equals(caption) ? this : new Screenshots(more, written(more));
    }

    private String written(Map<Integer, Shot> all) {
        JsonObject json = new JsonObject();
        all.values().forEach(shot -> json.add(shot.file(), new JsonPrimitive(shot.caption())));
        JsonText style = text.isBlank() ? new JsonText(2, true, false, "") : JsonText.styleOf(text, false);
        return style.write(json);
    }

    /** The text of the captions: that it was read from, until one is changed. */
    public String captions() {
        return text;
    }

    public void write(Path depot) throws IOException {
        Path folder = Files.createDirectories(depot.resolve(FOLDER));
        DepotText.write(folder.resolve(CAPTIONS), text);
    }
}
