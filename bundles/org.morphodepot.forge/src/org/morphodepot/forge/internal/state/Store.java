package org.morphodepot.forge.internal.state;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * All rows, in memory and in the journal. One caller at a time: everything goes through {@link #inTurn}. Reads give the rows
 * themselves, which nobody may change.
 */
public final class Store implements Closeable {

    private static final long LARGE = 16L * 1024 * 1024;
    private static final List<Class<? extends Row>> TABLES = List.of(Person.class, Token.class, Repo.class, Issue.class,
            Comment.class, Review.class, ReviewComment.class, Milestone.class, Release.class, Asset.class, Invitation.class,
            DeviceCode.class, Team.class);

    private final Gson gson = new Gson();
    private final Map<String, NavigableMap<String, Row>> tables = new HashMap<>();
    private final ReentrantLock turn = new ReentrantLock();
    private final Journal journal;
    private final FileChannel owner;
    private Change change;
    private long lines;
    private long lastId;

    /** Work that may change rows. */
    public interface Work<T> {
        T run(Change change) throws IOException;
    }

    public Store(Path folder) throws IOException {
        Files.createDirectories(folder);
        TABLES.forEach(table -> tables.put(table.getSimpleName(), new TreeMap<>()));
        owner = own(folder.resolve("owner"));
        journal = new Journal(folder);
        journal.open(this::replay);
        if (journal.size() > LARGE) {
            compact();
        }
    }

    private static FileChannel own(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // the same: somebody has it
        }
        channel.close();
        throw new IOException("The practice depot in " + file.toAbsolutePath().getParent()
                + " is open already. Use that one, or choose another folder.");
    }

    /**
     * Runs work alone. What it put is written to the disk before this returns; when it throws, nothing of it has happened.
     */
    public <T> T inTurn(Work<T> work) throws IOException {
        turn.lock();
        try {
            if (change != null) {
                return work.run(change);
            }
            return changing(work);
        } finally {
            turn.unlock();
        }
    }

    private <T> T changing(Work<T> work) throws IOException {
        Change mine = new Change(this);
        change = mine;
        boolean done = false;
        try {
            T result = work.run(mine);
            if (!mine.isEmpty()) {
                journal.append(mine.line(++lines, lastId));
            }
            done = true;
            return result;
        } finally {
            change = null;
            if (!done) {
                mine.undo();
            } else if (journal.size() > LARGE) {
                compact();
            }
        }
    }

    public <T extends Row> Collection<T> all(Class<T> table) {
        return list(table, _ -> true);
    }

    public <T extends Row> List<T> list(Class<T> table, Predicate<T> wanted) {
        return list(table, "", wanted);
    }

    /** Rows whose key begins with the parts given, in order. */
    public <T extends Row> List<T> of(Class<T> table, long first, long... more) {
        return list(table, Row.key(first, more) + "/", _ -> true);
    }

    private <T extends Row> List<T> list(Class<T> table, String prefix, Predicate<T> wanted) {
        List<T> found = new ArrayList<>();
        NavigableMap<String, Row> rows = tables.get(table.getSimpleName());
        for (Row row : prefix.isEmpty() ? rows.values() : rows.subMap(prefix, prefix + '\uffff').values()) {
            T typed = table.cast(row);
            if (wanted.test(typed)) {
                found.add(typed);
            }
        }
        return found;
    }

    public <T extends Row> Optional<T> get(Class<T> table, String key) {
        return Optional.ofNullable(table.cast(tables.get(table.getSimpleName()).get(key)));
    }

    public <T extends Row> Optional<T> get(Class<T> table, long first, long... more) {
        return get(table, Row.key(first, more));
    }

    <T extends Row> T copy(T row) {
        @SuppressWarnings("unchecked") // the class of the row itself
        Class<T> type = (Class<T>) row.getClass();
        return gson.fromJson(gson.toJsonTree(row), type);
    }

    JsonElement json(Row row) {
        return gson.toJsonTree(row);
    }

    Row swap(Class<?> table, String key, Row row) {
        NavigableMap<String, Row> rows = tables.get(table.getSimpleName());
        return row == null ? rows.remove(key) : rows.put(key, row);
    }

    void restore(String name, Row row) {
        int space = name.indexOf(' ');
        NavigableMap<String, Row> rows = tables.get(name.substring(0, space));
        if (row == null) {
            rows.remove(name.substring(space + 1));
        } else {
            rows.put(row.key(), row);
        }
    }

    long nextId() {
        return ++lastId;
    }

    private void replay(JsonObject line) {
        long number = line.get("n").getAsLong();
        if (number < lines) {
            return; // the snapshot has it already
        }
        lines = number;
        lastId = Math.max(lastId, line.get("lastId").getAsLong());
        for (JsonElement entry : line.getAsJsonArray("rows")) {
            replayRow(entry.getAsJsonObject());
        }
    }

    private void replayRow(JsonObject entry) {
        String name = entry.get("row").getAsString();
        String table = name.substring(0, name.indexOf(' '));
        Class<? extends Row> type = TABLES.stream().filter(known -> known.getSimpleName().equals(table)).findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown row " + table));
        restore(name, entry.has("is") ? gson.fromJson(entry.get("is"), type) : null);
    }

    private void compact() throws IOException {
        journal.rewrite(tables.values().stream().flatMap(rows -> rows.values().stream()).map(this::snapshotLine));
    }

    private JsonObject snapshotLine(Row row) {
        JsonObject entry = new JsonObject();
        entry.addProperty("row", row.getClass().getSimpleName() + " " + row.key());
        entry.add("is", json(row));
        JsonArray rows = new JsonArray();
        rows.add(entry);
        JsonObject line = new JsonObject();
        line.addProperty("n", lines);
        line.addProperty("lastId", lastId);
        line.add("rows", rows);
        return line;
    }

    /** The number of rows of all tables, for a quick look. */
    public long size() {
        return Stream.of(tables).flatMap(all -> all.values().stream()).mapToLong(Map::size).sum();
    }

    @Override
    public void close() throws IOException {
        turn.lock();
        try {
            journal.close();
            owner.close();
        } finally {
            turn.unlock();
        }
    }
}
