package org.morphodepot.github.internal;

/** Stops repeating when most requests fail: each repetition costs what several successes earn. Thread-safe. */
final class RetryBudget {

    private static final int FULL = 50;
    private static final int COST = 5;

    private int tokens = FULL;

    synchronized boolean take() {
        if (tokens < COST) {
            return false;
        }
        tokens -= COST;
        return true;
    }

    synchronized void earn() {
        tokens = Math.min(FULL, tokens + 1);
    }
}
