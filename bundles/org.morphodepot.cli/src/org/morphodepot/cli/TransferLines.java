package org.morphodepot.cli;

import java.util.Optional;

import org.morphodepot.transfer.Item;
import org.morphodepot.transfer.Totals;

import com.google.gson.JsonObject;

/** The log of a transfer for machines: one JSON object per line. */
final class TransferLines {

    private TransferLines() {
    }

    /** Of a file that came to an end; empty before. */
    static Optional<String> of(Item item, boolean dryRun) {
        String event = switch (item.state()) {
            case DONE -> dryRun ? "would-copy" : "copied";
            case SKIPPED -> "skipped";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
            case WAITING, RUNNING -> "";
        };
        if (event.isEmpty()) {
            return Optional.empty();
        }
        JsonObject json = event(event);
        json.addProperty("key", item.key());
        json.addProperty("bytes", item.size());
        if (event.equals("copied")) {
            json.addProperty("seconds", Math.round(item.seconds() * 1e3) / 1e3);
        }
        item.sha256().ifPresent(sum -> json.addProperty("sha256", sum));
        item.problem().ifPresent(problem -> json.addProperty("problem", problem));
        return Optional.of(json.toString());
    }

    static String deleted(String key, boolean dryRun) {
        JsonObject json = event(dryRun ? "would-remove" : "removed");
        json.addProperty("key", key);
        return json.toString();
    }

    /** The last line. */
    static String end(Totals totals, boolean cancelled) {
        JsonObject json = event(cancelled ? "cancelled-all" : "finished");
        json.addProperty("files", totals.done());
        json.addProperty("bytes", totals.doneBytes());
        json.addProperty("skipped", totals.skipped());
        json.addProperty("failed", totals.failed());
        json.addProperty("removed", totals.deleted());
        json.addProperty("seconds", Math.round(totals.seconds() * 1e3) / 1e3);
        return json.toString();
    }

    private static JsonObject event(String name) {
        JsonObject json = new JsonObject();
        json.addProperty("event", name);
        return json;
    }
}
