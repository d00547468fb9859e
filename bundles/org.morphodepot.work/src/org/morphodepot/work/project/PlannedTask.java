package org.morphodepot.work.project;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.morphodepot.github.Mark;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * One task of a batch as it is kept on the disk.
 *
 * @param mark makes the issue findable when the answer to its making got lost
 * @param number of the issue, once it is there
 */
record PlannedTask(Mark mark, TaskDraft draft, OptionalInt number) {

    PlannedTask made(int issue) {
        return new PlannedTask(mark, draft, OptionalInt.of(issue));
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("mark", mark.value());
        json.addProperty("title", draft.title());
        json.addProperty("body", draft.body());
        json.add("assignees", list(draft.assignees()));
        json.add("labels", list(draft.labels()));
        number.ifPresent(issue -> json.addProperty("number", issue));
        return json;
    }

    /** Throws a RuntimeException when it is not one. */
    static PlannedTask of(JsonObject json) {
        TaskDraft draft = new TaskDraft(json.get("title").getAsString(), json.get("body").getAsString(),
                texts(json.getAsJsonArray("assignees")), texts(json.getAsJsonArray("labels")));
        return new PlannedTask(new Mark(json.get("mark").getAsString()), draft,
                json.has("number") ? OptionalInt.of(json.get("number").getAsInt()) : OptionalInt.empty());
    }

    private static JsonArray list(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    private static List<String> texts(JsonArray array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.getAsString()));
        return texts;
    }
}
