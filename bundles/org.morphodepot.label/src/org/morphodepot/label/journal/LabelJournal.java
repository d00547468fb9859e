package org.morphodepot.label.journal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.morphodepot.label.Edit;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.io.AtomicFile;
import org.morphodepot.volume.io.DiskTrouble;

/**
 * Keeps every step of a labelling in a file, on the disk a moment after it happened, and brings it back after a crash
 * or a restart, undo history included. Painting never waits for it.
 *
 * <pre>{@code
 * Labelling labelling = new Labelling(loaded);                       // what the base id stands for
 * try (LabelJournal journal = LabelJournal.open(file, baseId)) {
 *     journal.attach(labelling);                                     // replays what a crash left, then records
 *     …
 *     LabelJournal.Mark mark = journal.mark();
 *     …                                                              // save mark.state()
 *     journal.saved(mark, newId);
 * }
 * }</pre>
 */
public final class LabelJournal implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LabelJournal.class.getName());

    private final JournalFile file;
    private final Labelling.Recorder recorder = this::record;
    private final Optional<Path> setAside;
    private List<Event> events;
    private final int start;
    private final JournalWriter writer;
    private Labelling labelling;
    private volatile long steps;
    private final AtomicBoolean closed = new AtomicBoolean();
    /** Going on at present; null when there is none. */
    private final AtomicReference<CompletableFuture<Boolean>> compaction = new AtomicReference<>();

    /**
     * A state and its place in the journal.
     *
     * @param steps number of steps of the journal that led to the state
     */
    public record Mark(Segmentation state, long steps) {
    }

    /**
     * How much of a journal must be of no use before it is compacted.
     *
     * @param bytes more than so many
     * @param share more than this share of the file
     */
    public record Waste(long bytes, double share) {

        /** A mebibyte and a quarter of the file. */
        public static final Waste MUCH = new Waste(1 << 20, 0.25);

        boolean isReached(long gone, long length) {
            return gone > bytes && gone > share * length;
        }
    }

    private LabelJournal(JournalFile file, List<Event> events, int start, Optional<Path> setAside) {
        this.file = file;
        this.events = events;
        this.start = start;
        this.setAside = setAside;
        writer = new JournalWriter(file);
        writer.run(sink -> JournalFile.practise());
    }

    /**
     * Opens the journal of a session of work, or begins one. A journal that does not know {@code base}, or was damaged,
     * is kept beside it under another name ({@link #setAside()}); an end that a crash cut off is dropped.
     *
     * @param base id of the state the labelling starts from, such as the hash of the file it was read from
     * @throws VolumeException when the file cannot be opened, is in use, or comes from a newer version
     */
    public static LabelJournal open(Path path, String base) throws IOException {
        ClosedCompaction.run(path, base);
        JournalFile file = JournalFile.open(path);
        AtomicFile.sweep(path, Duration.ZERO); // whoever compacts it has it open
        boolean opened = false;
        try {
            LabelJournal journal = open(file, base);
            opened = true;
            return journal;
        } catch (IOException e) {
            throw DiskTrouble.reading(path, e);
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    private static LabelJournal open(JournalFile file, String base) throws IOException {
        JournalReader.Contents contents = JournalReader.read(file);
        int start = start(contents, base);
        Optional<Path> aside = contents.damaged() || start < 0 && !contents.events().isEmpty()
                ? Optional.of(copy(file.path()))
                : Optional.empty();
        if (start < 0) {
            file.begin(base);
            return new LabelJournal(file, List.of(), 0, aside);
        }
        file.goOn(contents);
        return new LabelJournal(file, contents.events(), start, aside);
    }

    /**
     * Whether a journal that exists leads to, or begins with, the state {@code base}; not when another window writes it.
     */
    public static boolean knows(Path path, String base) throws IOException {
        try (JournalFile file = JournalFile.open(path)) {
            return start(JournalReader.read(file), base) >= 0;
        } catch (VolumeException e) {
            if (e.kind() == Kind.ACCESS_DENIED) {
                return false;
            }
            throw e;
        }
    }

    /** Index of the first event after the state {@code base}; -1 when the journal does not know it. */
    static int start(JournalReader.Contents contents, String base) {
        int start = contents.base().equals(base) && contents.length() > 0 ? 0 : -1;
        for (Event event : contents.events()) {
            if (event instanceof Event.Saved saved && saved.snapshot().equals(base)) {
                start = Entry.after(contents.entries(), saved.steps());
            }
        }
        return start;
    }

    private static Path copy(Path path) throws IOException {
        for (int n = 1;; n++) {
            Path aside = path.resolveSibling(path.getFileName() + ".old-" + n);
            if (!Files.exists(aside)) {
                return Files.copy(path, aside, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Where a journal went that belongs to another state or was damaged. */
    public Optional<Path> setAside() {
        return setAside;
    }

    /**
     * Repeats on a fresh labelling, whose state is the base, what the journal holds, gives it the history of before,
     * and records everything from now on. Once.
     *
     * @return number of steps that were repeated; 0 when nothing was lost
     * @throws VolumeException when the journal does not fit the labelling; the labelling may then be half way
     */
    public int attach(Labelling fresh) throws VolumeException {
        if (labelling != null) {
            throw new IllegalStateException("the journal is attached already");
        }
        History before = new History();
        events.subList(0, start).forEach(before::take);
        int repeated = 0;
        try {
            fresh.recall(before.edits, before.position);
            for (Event event : events.subList(start, events.size())) {
                repeated += repeat(event, fresh) ? 1 : 0;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new VolumeException(Kind.MALFORMED, "The journal " + file.path()
                    + " does not belong to this segmentation: " + e.getMessage(), e);
        }
        steps = events.stream().filter(event -> !(event instanceof Event.Saved)).count();
        events = List.of();
        labelling = fresh;
        labelling.addRecorder(recorder);
        return repeated;
    }

    private static boolean repeat(Event event, Labelling fresh) {
        switch (event) {
            case Event.Applied applied -> fresh.apply(applied.edit());
            case Event.Undone _ -> fresh.undo();
            case Event.Redone _ -> fresh.redo();
            case Event.Saved _ -> {
                return false;
            }
        }
        return true;
    }

    /** The present state, to be saved, and its place in the journal. */
    public Mark mark() {
        return labelling.still(state -> new Mark(state, steps));
    }

    /** The marked state was saved and has this id from now on: a later {@link #open} may start from it. */
    public void saved(Mark mark, String snapshot) {
        writer.write(new Event.Saved(snapshot, mark.steps()));
    }

    /**
     * Drops from the file what nobody can see any more since the marked state was saved, on a thread of its own: edits that
     * were undone and replaced by others, and what was undone and redone. The history stays, painting goes on, and at any
     * moment the file holds everything. One at a time.
     *
     * @param mark of the newest state that was {@link #saved}; older ones cannot be told to be saved any more
     * @return whether the file became smaller; fails when it could not be compacted, and is then as it was
     */
    public CompletableFuture<Boolean> compact(Mark mark, Waste worth) {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        CompletableFuture<Boolean> present = compaction.compareAndExchange(null, ended);
        if (present != null) {
            return present;
        }
        Thread.ofPlatform().daemon().name("label-journal-compaction").start(() -> {
            try {
                ended.complete(new LiveCompaction(file, writer, closed::get).run(mark.steps(), worth));
            } catch (IOException | RuntimeException e) {
                ended.completeExceptionally(e);
            } finally {
                compaction.set(null);
            }
        });
        return ended;
    }

    /** Where the journal is. */
    public Path path() {
        return file.path();
    }

    /**
     * Gives the journal another name in the same file system, after everything that happened until now is written; a
     * journal of that name is replaced. The future fails when that one is in use; the old name then stays.
     */
    public CompletableFuture<Void> moveTo(Path target) {
        CompletableFuture<Void> moved = new CompletableFuture<>();
        writer.run(sink -> {
            sink.force();
            try {
                file.moveTo(target);
                moved.complete(null);
            } catch (IOException e) {
                moved.completeExceptionally(e);
            }
        });
        return moved;
    }

    /** Why steps cannot be written at present, such as a full disk; they wait in memory meanwhile. */
    public Optional<IOException> trouble() {
        return writer.trouble();
    }

    /** Runs {@code listener} on the writer's thread whenever {@link #trouble()} begins, ends or changes; one listener. */
    public void onTrouble(Runnable listener) {
        writer.onTrouble(listener);
    }

    /**
     * Completes when everything that happened until now is in the file, where it survives the end of this process; not at
     * all while the disk fails or after closing. Who edits in bursts waits for it a little, so as not to run ahead.
     */
    public CompletableFuture<Void> appended() {
        return writer.appended();
    }

    /** Completes when everything that happened until now is on the disk. */
    public CompletableFuture<Void> synced() {
        return writer.barrier();
    }

    /** Stops recording and waits until everything is on the disk. A second time does nothing. */
    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        if (labelling != null) {
            labelling.removeRecorder(recorder);
        }
        CompletableFuture<Void> written = writer.barrier();
        try (file) {
            writer.close();
            awaitCompaction();
            written.get();
        } catch (ExecutionException e) {
            throw DiskTrouble.writing(file.path(), e.getCause() instanceof IOException io ? io : new IOException(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while saving the journal").initCause(e);
        }
    }

    private void awaitCompaction() throws InterruptedException {
        CompletableFuture<Boolean> present = compaction.get();
        try {
            if (present != null) {
                present.get();
            }
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "Compacting was given up", e);
        }
    }

    /** Runs while the labelling stands still. */
    private void record(Labelling.Recorder.Kind kind, Edit edit) {
        steps++;
        writer.write(switch (kind) {
            case APPLIED -> new Event.Applied(edit);
            case UNDONE -> new Event.Undone();
            case REDONE -> new Event.Redone();
        });
    }

    /** What undo and redo know after some events. */
    private static final class History {

        private final List<Edit> edits = new ArrayList<>();
        private int position;

        void take(Event event) {
            switch (event) {
                case Event.Applied applied -> {
                    edits.subList(position, edits.size()).clear();
                    edits.add(applied.edit());
                    position++;
                }
                case Event.Undone _ -> position = Math.max(0, position - 1);
                case Event.Redone _ -> position = Math.min(edits.size(), position + 1);
                case Event.Saved _ -> {
                    // saving changes nothing
                }
            }
        }
    }
}
