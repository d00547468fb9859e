package org.morphodepot.transfer;

import java.util.ArrayDeque;
import java.util.Deque;

/** Bytes per second over the last ten seconds. Thread-safe. */
final class Rate {

    private static final long WINDOW = 10_000_000_000L;
    private static final long STEP = 200_000_000L;

    private final Deque<long[]> points = new ArrayDeque<>();

    /** Takes the total at a time and gives the rate; 0 when nothing is known yet. */
    synchronized double at(long nanos, long total) {
        if (points.isEmpty() || nanos - points.getLast()[0] >= STEP) {
            points.addLast(new long[] {nanos, total});
        }
        while (points.size() > 2 && nanos - points.getFirst()[0] > WINDOW) {
            points.removeFirst();
        }
        long[] first = points.getFirst();
        return nanos - first[0] < STEP ? 0 : (total - first[1]) / ((nanos - first[0]) / 1e9);
    }
}
