package org.morphodepot.forge.internal.state;

import java.util.LinkedHashMap;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** One change under way: all of it or nothing becomes true. Reading through the store sees it at once. */
public final class Change {

    private final Store store;
    private final Map<String, Row> puts = new LinkedHashMap<>();
    private final Map<String, Row> before = new LinkedHashMap<>();

    Change(Store store) {
        this.store = store;
    }

    /** A copy of a row to change and put back. */
    public <T extends Row> T edit(T row) {
        return store.copy(row);
    }

    public void put(Row row) {
        replace(row, row);
    }

    public void remove(Row row) {
        replace(row, null);
    }

    private void replace(Row row, Row by) {
        String name = row.getClass().getSimpleName() + " " + row.key();
        Row old = store.swap(row.getClass(), row.key(), by);
        if (!before.containsKey(name)) {
            before.put(name, old);
        }
        puts.put(name, by);
    }

    public long nextId() {
        return store.nextId();
    }

    boolean isEmpty() {
        return puts.isEmpty();
    }

    void undo() {
        before.forEach(store::restore);
    }

    JsonObject line(long number, long lastId) {
        JsonArray rows = new JsonArray();
        puts.forEach((name, row) -> {
            JsonObject entry = new JsonObject();
            entry.addProperty("row", name);
            if (row != null) {
                entry.add("is", store.json(row));
            }
            rows.add(entry);
        });
        JsonObject line = new JsonObject();
        line.addProperty("n", number);
        line.addProperty("lastId", lastId);
        line.add("rows", rows);
        return line;
    }
}
