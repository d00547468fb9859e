package org.morphodepot.transfer;

import java.util.OptionalDouble;

/**
 * How far a transfer is.
 *
 * @param found files found so far; more may come while {@code searching}
 * @param bytes of the files found, without those that were there already
 * @param doneBytes that have come through
 * @param bytesPerSecond of late
 */
public record Totals(boolean searching, long found, long done, long skipped, long failed, long deleted, long bytes,
        long doneBytes, double bytesPerSecond, double seconds) {

    /** Seconds that are left at this rate; empty while that cannot be told. */
    public OptionalDouble secondsLeft() {
        return searching || bytesPerSecond <= 0 ? OptionalDouble.empty()
                : OptionalDouble.of((bytes - doneBytes) / bytesPerSecond);
    }
}
