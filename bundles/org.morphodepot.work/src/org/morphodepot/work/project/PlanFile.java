package org.morphodepot.work.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.morphodepot.github.RepoName;
import org.morphodepot.volume.io.DiskTrouble;
import org.morphodepot.work.JsonFile;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** A batch of tasks on the disk, as JSON. */
record PlanFile(Path path) {

    record Plan(RepoName depot, List<PlannedTask> tasks) {
    }

    /** All of a folder, which need not exist. */
    static List<PlanFile> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".json")).sorted().map(PlanFile::new).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Empty when it is damaged: what it made is on the forge, and the rest can be planned again. */
    Optional<Plan> read() throws IOException {
        try {
            return JsonFile.read(path).map(PlanFile::plan);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Plan plan(JsonObject json) {
        List<PlannedTask> tasks = new ArrayList<>();
        json.getAsJsonArray("tasks").forEach(one -> tasks.add(PlannedTask.of(one.getAsJsonObject())));
        return new Plan(RepoName.of(json.get("depot").getAsString()), tasks);
    }

    void write(Plan plan) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("depot", plan.depot().toString());
        JsonArray list = new JsonArray();
        plan.tasks().forEach(task -> list.add(task.json()));
        json.add("tasks", list);
        JsonFile.write(path, json);
    }

    void delete() throws IOException {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw DiskTrouble.writing(path, e);
        }
    }
}
