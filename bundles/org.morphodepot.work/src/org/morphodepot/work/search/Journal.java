package org.morphodepot.work.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.morphodepot.depot.Accession;
import org.morphodepot.depot.Screenshots;
import org.morphodepot.depot.Screenshots.Shot;
import org.morphodepot.github.RepoName;
import org.morphodepot.work.JsonFile;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** One file of RepoClerk about one depot. What is wrong in it counts as not told; a file that is no journal as none. */
final class Journal {

    private static final String END = ".json";
    private static final long LARGEST = 2 << 20;
    private static final int MOST_SHOTS = 50;
    private static final String[] TIMES = {"activityAt", "pushedAt", "updatedAt"};

    private final JsonObject json;

    private Journal(JsonObject json) {
        this.json = json;
    }

    /** The depot of {@code owner^repo.json}; empty for other files, for collections, and when the two names in it differ. */
    static Optional<DepotCard> read(Path file) throws IOException {
        String name = file.getFileName().toString();
        int mark = name.indexOf('^');
        if (mark < 0 || !name.endsWith(END) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        Optional<RepoName> repo = RepoName.parse(name.substring(0, mark) + "/"
                + name.substring(mark + 1, name.length() - END.length()));
        Optional<JsonObject> json = JsonFile.read(file);
        return repo.isEmpty() || json.isEmpty() ? Optional.empty() : new Journal(json.get()).card(repo.get());
    }

    private Optional<DepotCard> card(RepoName repo) {
        String told = text("nameWithOwner");
        boolean isOther = !told.isEmpty() && !RepoName.parse(told).equals(Optional.of(repo));
        if (isOther || json.get("collection") instanceof JsonObject) {
            return Optional.empty();
        }
        Optional<Instant> active = Stream.of(TIMES).map(this::time).flatMap(Optional::stream).findFirst();
        return Optional.of(new DepotCard(repo, accession(), "main", size(), active, shots()));
    }

    private Accession accession() {
        try {
            return json.get("accession") instanceof JsonObject told ? Accession.parse(told.toString()) : Accession.blank();
        } catch (IOException _) {
            return Accession.blank();
        }
    }

    private OptionalLong size() {
        long size = number("volumeSize");
        return size > 0 ? OptionalLong.of(size) : OptionalLong.empty();
    }

    /** Captions are a list in the order of the pictures, or an object by file name. */
    private List<Shot> shots() {
        JsonElement captions = json.get("screenshotCaptions");
        List<String> files = new ArrayList<>();
        if (captions instanceof JsonObject byName) {
            byName.keySet().stream().limit(MOST_SHOTS).forEach(files::add);
        }
        int listed = captions instanceof JsonArray list ? list.size() : 0;
        long count = Math.min(MOST_SHOTS, Math.max(listed, number("screenshotCount")));
        for (int i = 1; files.size() < count; i++) {
            String file = "screenshot-" + i + ".png";
            if (!files.contains(file)) {
                files.add(file);
            }
        }
        boolean told = captions instanceof JsonObject || captions instanceof JsonArray;
        try {
            return Screenshots.of(files, told ? captions.toString() : "").shots();
        } catch (IOException _) {
            return List.of();
        }
    }

    private String text(String key) {
        return json.get(key) != null && json.get(key).isJsonPrimitive() ? json.get(key).getAsString() : "";
    }

    private Optional<Instant> time(String key) {
        try {
            return Optional.of(Instant.parse(text(key)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private long number(String key) {
        try {
            return Long.parseLong(text(key));
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
