package org.morphodepot.transfer;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * What to copy, and how.
 *
 * @param from what; {@link Source} tells how wildcards and folders are understood
 * @param to the folder that gets the files, or the file
 * @param sync whether files are left out that are there already: of the same size and not older, or with the same tag
 * @param delete whether files that are only at the target are removed after all else has come through; only with {@code sync}
 * @param dryRun whether to tell only what would be done
 * @param verify whether what was written is compared with what was read, by MD5 where the store has it, else by reading again
 * @param checksum whether to tell the SHA-256 of each file
 * @param parallel files or parts of files at a time
 * @param partBytes larger files go in parts of about this size
 * @param bytesPerSecond the most to use of the line; empty for all of it
 */
public record TransferOrder(Source from, Target to, boolean sync, boolean delete, boolean dryRun, boolean verify,
        boolean checksum, int parallel, long partBytes, OptionalLong bytesPerSecond) {

    /** Usual number of files at a time. */
    public static final int PARALLEL = 24;

    /** Usual size of parts. */
    public static final long PART_BYTES = 32L << 20;

    /** Checks the numbers. */
    public TransferOrder {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (parallel < 1 || parallel > 256) {
            throw new IllegalArgumentException("between 1 and 256 files at a time: " + parallel);
        }
        if (partBytes < 5 << 20 || partBytes > 1 << 30) {
            throw new IllegalArgumentException("parts have between 5 MiB and 1 GiB: " + partBytes);
        }
        if (delete && !sync) {
            throw new IllegalArgumentException("delete goes with sync");
        }
    }

    /** Copies everything, in the usual way. */
    public static TransferOrder copy(Source from, Target to) {
        return new TransferOrder(from, to, false, false, false, false, false, PARALLEL, PART_BYTES, OptionalLong.empty());
    }

    /** Copies what is missing or newer. */
    public static TransferOrder sync(Source from, Target to) {
        return new TransferOrder(from, to, true, false, false, false, false, PARALLEL, PART_BYTES, OptionalLong.empty());
    }

    /** The same, using at most so much of the line. */
    public TransferOrder limited(long bytes) {
        return new TransferOrder(from, to, sync, delete, dryRun, verify, checksum, parallel, partBytes, OptionalLong.of(bytes));
    }
}
