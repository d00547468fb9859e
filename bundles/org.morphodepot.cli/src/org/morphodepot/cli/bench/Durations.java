package org.morphodepot.cli.bench;

import java.util.Arrays;
import java.util.Locale;

import com.google.gson.JsonObject;

/** Times that something took, with their distribution. Not thread-safe. */
final class Durations {

    private long[] nanos = new long[64];
    private int count;

    void add(long nanoseconds) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = nanoseconds;
    }

    int count() {
        return count;
    }

    /** The one that was added first, in seconds; 0 when there are none. */
    double first() {
        return count == 0 ? 0 : nanos[0] / 1e9;
    }

    /** The time that the given part of all did not exceed (nearest rank), in milliseconds; 0 when there are none. */
    double milliseconds(double part) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(part * count);
        return sorted[Math.clamp(rank - 1, 0, count - 1)] / 1e6;
    }

    /** Counts, percentiles and the longest, in milliseconds. */
    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("count", count);
        json.addProperty("p50", rounded(milliseconds(0.5)));
        json.addProperty("p95", rounded(milliseconds(0.95)));
        json.addProperty("p99", rounded(milliseconds(0.99)));
        json.addProperty("max", rounded(milliseconds(1)));
        return json;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, longest %.2f ms (%d times)",
                milliseconds(0.5), milliseconds(0.95), milliseconds(0.99), milliseconds(1), count);
    }

    private static double rounded(double milliseconds) {
        return Math.round(milliseconds * 1000) / 1000.0;
    }
}
