package org.morphodepot.work.conflict;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.label.Segmentation;
import org.morphodepot.label.merge.MergeConflict;
import org.morphodepot.label.merge.SegmentationMerge;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Desk;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.start.Assignment;

/** The same task was changed on two machines or by two people, and some voxels are for a person to decide. */
public final class Conflict {

    /** Whose voxels a place gets. */
    public enum Choice {
        MINE, THEIRS
    }

    private Conflict() {
    }

    /** The conflict of a task that stopped its submission, read from the disk; empty when there is none. */
    public static Optional<Conflict> of(Desk desk, Assignment assignment, Progress progress) throws WorkException {
        throw new UnsupportedOperationException();
    }

    public Assignment assignment() {
        throw new UnsupportedOperationException();
    }

    /** Places to decide. */
    public List<MergeConflict> components() {
        throw new UnsupportedOperationException();
    }

    /** What was decided so far, by the number of the place. */
    public Map<Integer, Choice> decisions() {
        throw new UnsupportedOperationException();
    }

    /** The merge: what both sides are, and where they differ. */
    public SegmentationMerge merge() {
        throw new UnsupportedOperationException();
    }

    /** The segmentation with what was decided so far; mine where nothing was. */
    public Segmentation current() {
        throw new UnsupportedOperationException();
    }

    /** Decides one place; it may be decided again. */
    public void decide(MergeConflict component, Choice choice) {
        throw new UnsupportedOperationException();
    }

    /** Takes what somebody painted instead: everything counts as decided. */
    public void painted(Segmentation painted) {
        throw new UnsupportedOperationException();
    }

    /** Places that are still open. */
    public List<MergeConflict> undecided() {
        throw new UnsupportedOperationException();
    }

    /** Writes and commits the result as the merge of both sides and lets the submission go on; CONFLICT while places are open. */
    public void resolve(Progress progress) throws WorkException {
        throw new UnsupportedOperationException();
    }
}
