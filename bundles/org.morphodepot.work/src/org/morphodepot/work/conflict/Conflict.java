package org.morphodepot.work.conflict;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.morphodepot.git.CommitId;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.merge.MergeConflict;
import org.morphodepot.label.merge.SegmentationMerge;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Desk;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.start.Assignment;

/**
 * The same task was changed on two machines or by two people, and some voxels are for a person to decide. What was decided is
 * kept on the disk, also when what she has is saved meanwhile. Thread-safe; everything that reads or writes blocks.
 */
public final class Conflict {

    /** Whose voxels a place gets. */
    public enum Choice {
        MINE, THEIRS
    }

    private static final System.Logger LOG = System.getLogger(Conflict.class.getName());

    private final Desk desk;
    private final Assignment assignment;
    private final Sides sides;
    private final DecisionsFile file;
    private final Map<Integer, Choice> decisions = new TreeMap<>();
    private Optional<Segmentation> painted = Optional.empty();

    private Conflict(Desk desk, Assignment assignment, Sides sides) {
        this.desk = desk;
        this.assignment = assignment;
        this.sides = sides;
        file = DecisionsFile.of(assignment.folder(), sides.theirs());
    }

    /** Whether a task has parted from what was sent to it. Reads no labels. */
    public static boolean isOpen(Desk desk, Assignment assignment) throws WorkException {
        return desk.folders().in(assignment.folder(), work -> Joining.parted(assignment, work).isPresent());
    }

    /** The conflict of a task that stopped its submission, read from the disk; empty when there is none. */
    public static Optional<Conflict> of(Desk desk, Assignment assignment, Progress progress) throws WorkException {
        return desk.folders().in(assignment.folder(), work -> {
            Optional<CommitId> theirs = Joining.parted(assignment, work);
            if (theirs.isEmpty()) {
                return Optional.empty();
            }
            Conflict conflict = new Conflict(desk, assignment,
                    Sides.read(desk, assignment, work, work.head(), theirs.get(), progress));
            conflict.decisions.putAll(conflict.file.read(conflict.components()));
            if (conflict.file.isPainted(conflict.sides.ours())) {
                conflict.painted = Optional.of(conflict.sides.mine());
            }
            return Optional.of(conflict);
        });
    }

    public Assignment assignment() {
        return assignment;
    }

    /** Places to decide. */
    public List<MergeConflict> components() {
        return sides.merge().conflicts();
    }

    /** What was decided so far, by the number of the place. */
    public synchronized Map<Integer, Choice> decisions() {
        return Map.copyOf(decisions);
    }

    /** The merge: what both sides are, and where they differ. */
    public SegmentationMerge merge() {
        return sides.merge();
    }

    /** The segmentation with what was decided so far; mine where nothing was. */
    public synchronized Segmentation current() {
        if (painted.isPresent()) {
            return painted.get();
        }
        Labelling labelling = new Labelling(sides.merge().merged());
        components().stream().filter(component -> decisions.get(component.number()) == Choice.THEIRS)
                .forEach(component -> labelling.apply(sides.merge().settle(component, SegmentationMerge.Side.THEIRS)));
        return labelling.current();
    }

    /** Decides one place; it may be decided again. */
    public synchronized void decide(MergeConflict component, Choice choice) {
        decisions.put(component.number(), choice);
        painted = Optional.empty();
        keep(() -> file.write(components(), decisions));
    }

    /**
     * Takes what somebody painted instead: everything counts as decided, also when more is painted and saved.
     *
     * @param saved whether the last checkpoint holds it; else the next one will
     */
    public synchronized void painted(Segmentation segmentation, boolean saved) {
        painted = Optional.of(segmentation);
        keep(() -> file.writePainted(saved ? Optional.empty() : Optional.of(sides.ours())));
    }

    /** Whether what was painted is taken. */
    public synchronized boolean isPainted() {
        return painted.isPresent();
    }

    private interface Keeping {
        void run() throws IOException;
    }

    private static void keep(Keeping decision) {
        try {
            decision.run();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A decision is not kept over a restart", e);
        }
    }

    /** Places that are still open. */
    public synchronized List<MergeConflict> undecided() {
        return painted.isPresent() ? List.of()
                : components().stream().filter(component -> !decisions.containsKey(component.number())).toList();
    }

    /** This conflict, read again when one of the sides moved on since, such as when she saved meanwhile. */
    public Conflict latest(Progress progress) throws WorkException {
        return desk.folders().in(assignment.folder(), this::isAsBefore) ? this : of(desk, assignment, progress).orElse(this);
    }

    private boolean isAsBefore(WorkFolder work) throws IOException {
        return work.head().equals(sides.ours())
                && Joining.parted(assignment, work).filter(sides.theirs()::equals).isPresent();
    }

    /**
     * Writes and commits the result as the merge of both sides and lets the submission go on.
     *
     * @throws WorkException CONFLICT while places are open, or when one of the sides moved on: read the conflict again
     */
    public void resolve(Progress progress) throws WorkException {
        int open = undecided().size();
        if (open > 0) {
            throw new WorkException(WorkException.Kind.CONFLICT, open + (open == 1 ? " place is" : " places are")
                    + " still to be decided.");
        }
        desk.folders().in(assignment.folder(), work -> commit(work, progress));
        desk.queue().retry(assignment.task());
    }

    private CommitId commit(WorkFolder work, Progress progress) throws IOException {
        if (!isAsBefore(work)) {
            throw new WorkException(WorkException.Kind.CONFLICT, "The task was changed once more meanwhile. Nothing is lost:"
                    + " look at the conflict again.");
        }
        SegNrrd.write(current(), assignment.labels(), progress);
        return work.commitMerge(assignment.task().fileName(), sides.theirs(), Joining.message(assignment.task().branch()),
                assignment.account().author());
    }
}
