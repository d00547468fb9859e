package org.morphodepot.label.journal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Compacts a journal that goes on being written. A copy is made beside it; then every event is appended to both, until the
 * disk has of the copy what it has of the journal; then the copy takes the journal's name. At every moment the file of that
 * name holds everything, and what writes it waits only for the last strokes to be copied and for the renaming.
 */
final class LiveCompaction {

    /** Copying again while forcing the copy lets the journal get ahead by more bytes than this. */
    private static final long SMALL_REST = 1 << 18;
    private static final int MOST_ROUNDS = 20;
    private static final long LOOK_MILLIS = 100;

    private final JournalFile file;
    private final JournalWriter writer;
    private final BooleanSupplier stopped;

    /** @param stopped asked now and then: true gives up */
    LiveCompaction(JournalFile file, JournalWriter writer, BooleanSupplier stopped) {
        this.file = file;
        this.writer = writer;
        this.stopped = stopped;
    }

    /**
     * Compacts what led to a saved state. Blocks, for as long as the disk needs.
     *
     * @param steps that led to it
     * @return false when there was too little to drop
     * @throws IOException when the copy could not be made; the journal is as it was
     */
    boolean run(long steps, LabelJournal.Waste worth) throws IOException {
        await(writer.barrier());
        Optional<JournalCompaction> plan = file.plan(steps, worth);
        if (plan.isEmpty()) {
            return false;
        }
        try (Successor next = Successor.create(file.path(), plan.get(), stopped)) {
            try {
                replace(next);
            } finally {
                file.forget(next);
            }
            return next.isInPlace();
        }
    }

    private void replace(Successor next) throws IOException {
        copy(next);
        await(writer.run(_ -> file.lead(next)));
        CompletableFuture<Void> swapped = new CompletableFuture<>();
        await(writer.run(_ -> giveWay(next, swapped)));
        await(swapped);
    }

    private void copy(Successor next) throws IOException {
        next.copy().begin(file.channel());
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Entry> there = file.forced();
            long rest = there.getLast().to() - there.get(next.copy().taken() - 1).to();
            next.copy().follow(file.channel(), there);
            if (round > 0 && rest < SMALL_REST) {
                return;
            }
            next.force();
        }
    }

    /** What fails is not tried again: the journal goes on as it was. */
    private void giveWay(Successor next, CompletableFuture<Void> swapped) {
        try {
            file.giveWayTo(next);
            swapped.complete(null);
        } catch (IOException e) {
            swapped.completeExceptionally(e);
        }
    }

    private void await(CompletableFuture<Void> done) throws IOException {
        while (!stopped.getAsBoolean()) {
            try {
                done.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                continue;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new InterruptedIOException("the journal is being closed");
    }
}
