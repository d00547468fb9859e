package org.morphodepot.label;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import org.morphodepot.volume.VoxelBox;

/**
 * The segmentation being worked on: the present state, the edits that led to it, and the segment that tools paint.
 * Reading is free on any thread. Changes come from one thread at a time and are short; listeners run on the thread that
 * changed, after the change.
 */
public final class Labelling {

    private final Object lock = new Object();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final List<Recorder> recorders = new CopyOnWriteArrayList<>();
    private final StepList steps;
    private volatile Segmentation current;
    private volatile Optional<String> active;
    private volatile Saved saved;
    private volatile String person = "";

    /** With an eighth of the heap for the history, as {@link #Labelling(Segmentation, long)}. */
    public Labelling(Segmentation start) {
        this(start, Runtime.getRuntime().maxMemory() / 8);
    }

    /**
     * @param historyBytes blocks of old edits leave memory beyond this size, as soon as a journal has them on the disk;
     *            without a journal they stay, since nothing may be lost
     */
    public Labelling(Segmentation start, long historyBytes) {
        steps = new StepList(historyBytes);
        current = start;
        saved = new Saved(start, start, true);
        active = start.segments().stream().map(Segment::id).findFirst();
    }

    /** The present state; a free snapshot. Any thread. */
    public Segmentation current() {
        return current;
    }

    /** Looks at the present state while nothing can change it. {@code look} must be quick and must not call back. */
    public <T> T still(Function<Segmentation, T> look) {
        synchronized (lock) {
            return look.apply(current);
        }
    }

    /**
     * Applies an edit and makes it the newest of the history; undone edits are forgotten. Where the state is no longer
     * the one the edit was computed from, only the voxels and segments the edit changes are changed. One writer thread
     * at a time.
     *
     * @throws IllegalArgumentException when the edit names blocks or layers that cannot be
     */
    public void apply(Edit edit) {
        Change change;
        synchronized (lock) {
            if (edit.isEmpty()) {
                return;
            }
            Segmentation before = current;
            Step step = Step.of(edit.by(person), before);
            Segmentation next = step.redone(before);
            steps.add(step);
            change = become(next, edit.box());
            record(Recorder.Kind.APPLIED, step.edit());
        }
        tell(change);
    }

    /** Edits from now on are by this person: an account or user name, blank for nobody's. */
    public void signAs(String name) {
        person = name.strip();
    }

    /** Changes that are not undone: visibility, opacity, locks. Everything else of {@code changed} is ignored. */
    public void show(Segmentation changed) {
        Change change;
        synchronized (lock) {
            Map<String, Segment> wanted = HashMap.newHashMap(changed.segments().size());
            changed.segments().forEach(s -> wanted.put(s.id(), s));
            List<Segment> shown = new ArrayList<>(current.segments());
            shown.replaceAll(s -> s.withDisplayOf(wanted.getOrDefault(s.id(), s)));
            change = become(current.withSegments(shown), VoxelBox.EMPTY);
        }
        tell(change);
    }

    /**
     * Takes the newest applied edit back; empty when there is none.
     *
     * @throws java.io.UncheckedIOException when it is on the disk and cannot be read; nothing changes then
     */
    public Optional<Edit> undo() {
        Edit edit;
        Change change;
        synchronized (lock) {
            if (!steps.canUndo()) {
                return Optional.empty();
            }
            Step step = steps.last();
            edit = step.edit();
            Segmentation undone = step.undone(current);
            steps.back();
            change = become(undone, edit.box());
            record(Recorder.Kind.UNDONE, edit);
        }
        tell(change);
        return Optional.of(edit);
    }

    /**
     * Applies the edit undone last again; empty when there is none.
     *
     * @throws java.io.UncheckedIOException when it is on the disk and cannot be read; nothing changes then
     */
    public Optional<Edit> redo() {
        Edit edit;
        Change change;
        synchronized (lock) {
            if (!steps.canRedo()) {
                return Optional.empty();
            }
            Step step = steps.next();
            edit = step.edit();
            Segmentation redone = step.redone(current);
            steps.forth();
            change = become(redone, edit.box());
            record(Recorder.Kind.REDONE, edit);
        }
        tell(change);
        return Optional.of(edit);
    }

    /**
     * Takes over the history that led to the present state, such as that of the last session; only while the own
     * history is empty.
     *
     * @param applied number of {@code edits} that are in the present state; the later ones can be redone
     */
    public void recall(List<Edit> edits, int applied) {
        synchronized (lock) {
            if (!steps.isEmpty() || applied < 0 || applied > edits.size()) {
                throw new IllegalStateException("a history exists already");
            }
            steps.recall(edits, applied);
        }
        tell(new Change(current, current, VoxelBox.EMPTY));
    }

    /** Oldest first; edits after {@link #position()} are undone ones. */
    public List<Edit> history() {
        synchronized (lock) {
            return steps.edits();
        }
    }

    /** The edits that the present state is made of, oldest first. */
    public List<Edit> applied() {
        synchronized (lock) {
            return steps.edits().subList(0, steps.position());
        }
    }

    /** Number of applied edits in {@link #history()}. */
    public int position() {
        synchronized (lock) {
            return steps.position();
        }
    }

    /** Bytes that the blocks of the history take in memory, roughly. */
    public long historyBytes() {
        synchronized (lock) {
            return steps.heldBytes();
        }
    }

    /** Whether the state differs from the one last marked as saved; how segments are displayed does not count. */
    public boolean isDirty() {
        Segmentation state = current;
        Saved known = saved;
        if (known.compared() != state) {
            known = new Saved(known.segmentation(), state, state.sameContent(known.segmentation()));
            remember(known);
        }
        return !known.same();
    }

    /** The state {@code written}, perhaps an earlier one, is on disk now. */
    public void markSaved(Segmentation written) {
        synchronized (lock) {
            saved = new Saved(written, written, true);
        }
        tell(new Change(current, current, VoxelBox.EMPTY));
    }

    /** The state last marked as saved, at first the one it began with. */
    public Segmentation lastSaved() {
        return saved.segmentation();
    }

    /** Id of the segment that tools paint. */
    public Optional<String> active() {
        return active;
    }

    /** Makes a segment the one that tools paint. */
    public void activate(String segmentId) {
        synchronized (lock) {
            if (current.segment(segmentId).isEmpty()) {
                throw new IllegalArgumentException("no segment has the id " + segmentId);
            }
            active = Optional.of(segmentId);
        }
        tell(new Change(current, current, VoxelBox.EMPTY));
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    public void addRecorder(Recorder recorder) {
        recorders.add(recorder);
    }

    public void removeRecorder(Recorder recorder) {
        recorders.remove(recorder);
    }

    /** Inside the lock. */
    private Change become(Segmentation next, VoxelBox box) {
        Segmentation before = current;
        current = next;
        if (active.isEmpty() || next.segment(active.get()).isEmpty()) {
            active = neighbour(before, next);
        }
        return new Change(before, next, looksOther(before, next) ? next.size().box() : box);
    }

    /** Whether a segment of both states has another colour, place or way of display. */
    private static boolean looksOther(Segmentation before, Segmentation next) {
        if (before.segments().equals(next.segments())) {
            return false;
        }
        Map<String, Segment> old = HashMap.newHashMap(before.segments().size());
        before.segments().forEach(s -> old.put(s.id(), s));
        return next.segments().stream().anyMatch(s -> old.containsKey(s.id()) && !s.looksAs(old.get(s.id())));
    }

    /** What to paint after the active segment vanished: the one that took its place in the list. */
    private Optional<String> neighbour(Segmentation before, Segmentation next) {
        if (next.segments().isEmpty()) {
            return Optional.empty();
        }
        List<String> ids = before.segments().stream().map(Segment::id).toList();
        int place = Math.max(0, active.map(ids::indexOf).orElse(0));
        return Optional.of(next.segments().get(Math.min(place, next.segments().size() - 1)).id());
    }

    private void remember(Saved known) {
        synchronized (lock) {
            if (saved.segmentation() == known.segmentation()) {
                saved = known;
            }
        }
    }

    private void record(Recorder.Kind kind, Edit edit) {
        recorders.forEach(recorder -> recorder.recorded(kind, edit));
    }

    private void tell(Change change) {
        listeners.forEach(listener -> listener.changed(change));
    }

    /** Told after every change, on the thread that changed. */
    public interface Listener {
        void changed(Change change);
    }

    /**
     * Told about every step of the history in the order in which it happens, before the listeners. Runs while the
     * labelling is locked: it must be quick and must not call back.
     */
    public interface Recorder {

        enum Kind {
            APPLIED, UNDONE, REDONE
        }

        void recorded(Kind kind, Edit edit);
    }

    /**
     * @param box voxels that may look different; empty when only the list of segments, the active one or the dirty
     *            state changed
     */
    public record Change(Segmentation before, Segmentation after, VoxelBox box) {
    }

    /** The saved state and the last answer to whether another state is the same. */
    private record Saved(Segmentation segmentation, Segmentation compared, boolean same) {
    }
}
