package org.morphodepot.volume.zarr.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What has been written so far, kept beside it under {@value #KEY} until all is done: a line about the plan, then one per row
 * of shards. Whoever goes on after a kill trusts it only when the plan is the same. Thread-safe.
 */
final class WriteJournal {

    /** The name of the journal in the hierarchy. */
    static final String KEY = ".morphodepot-writing";

    private static final int MOST_BYTES = 16 << 20;

    private final Destination destination;
    private final String plan;
    private final Map<String, Row> rows = new TreeMap<>();

    /**
     * A finished row of shards.
     *
     * @param digest of its values
     * @param shards number of objects; fewer than there is room for when some hold the fill value alone
     */
    record Row(long digest, int shards) {
    }

    private WriteJournal(Destination destination, String plan) {
        this.destination = destination;
        this.plan = plan;
    }

    /** The journal of a write that begins; holds what an earlier write of the same plan noted. */
    static WriteJournal of(Destination destination, PyramidPlan plan, boolean resume) throws IOException {
        WriteJournal journal = new WriteJournal(destination, text(plan));
        Optional<byte[]> before = resume ? destination.read(KEY) : Optional.empty();
        if (before.isPresent() && before.get().length <= MOST_BYTES) {
            journal.read(new String(before.get(), StandardCharsets.UTF_8));
        }
        journal.save();
        return journal;
    }

    private static String text(PyramidPlan plan) {
        StringBuilder text = new StringBuilder("morphodepot 1 " + plan.axes().names() + " " + plan.type().id() + " "
                + plan.compression().id());
        text.append(' ').append(plan.axes().volumes());
        for (PyramidPlan.Level level : plan.levels()) {
            for (int[] numbers : new int[][] {level.size(), level.chunk(), level.shard()}) {
                text.append(' ').append(numbers[2]).append('x').append(numbers[1]).append('x').append(numbers[0]);
            }
        }
        return text.toString();
    }

    /** Lines that make no sense are left out: their rows are written again. */
    private void read(String text) {
        String[] lines = text.split("\n");
        for (int i = 1; i < lines.length && lines[0].equals(plan); i++) {
            String[] words = lines[i].split(" ");
            if (words.length == 3 && words[1].matches("[0-9a-f]{16}") && words[2].matches("\\d{1,9}")) {
                rows.put(words[0], new Row(Long.parseUnsignedLong(words[1], 16), Integer.parseInt(words[2])));
            }
        }
    }

    /** A row that is done; empty when it is not. */
    synchronized Optional<Row> row(String name) {
        return Optional.ofNullable(rows.get(name));
    }

    synchronized void add(String name, Row row) throws IOException {
        rows.put(name, row);
        save();
    }

    private void save() throws IOException {
        StringBuilder text = new StringBuilder(plan).append('\n');
        rows.forEach((name, row) -> text.append(name).append(' ').append(String.format("%016x", row.digest())).append(' ')
                .append(row.shards()).append('\n'));
        destination.replace(KEY, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
