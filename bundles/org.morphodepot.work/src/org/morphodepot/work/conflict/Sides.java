package org.morphodepot.work.conflict;

import java.io.IOException;
import java.util.Optional;

import org.morphodepot.git.CommitId;
import org.morphodepot.git.GitException;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.merge.SegmentationMerge;
import org.morphodepot.label.segnrrd.Grid;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Desk;
import org.morphodepot.work.SavedLabels;
import org.morphodepot.work.Watching;
import org.morphodepot.work.start.Assignment;

/** Two versions of a task's branch that parted, what ours holds, and their merge. */
record Sides(CommitId ours, CommitId theirs, Segmentation mine, SegmentationMerge merge) {

    /** Reads the three segmentations; fetches older commits when the point where they parted is not here. */
    static Sides read(Desk desk, Assignment assignment, WorkFolder work, CommitId ours, CommitId theirs, Progress progress)
            throws IOException {
        Optional<CommitId> base = parting(desk, assignment, work, ours, theirs, progress);
        Grid grid = SavedLabels.grid(desk.volumes(), assignment.scan());
        Segmentation began = base.isEmpty() ? Segmentation.empty(grid.size(), grid.geometry())
                : version(desk, assignment, work, base.get(), grid, progress);
        Segmentation mine = version(desk, assignment, work, ours, grid, progress);
        return new Sides(ours, theirs, mine,
                SegmentationMerge.of(began, mine, version(desk, assignment, work, theirs, grid, progress)));
    }

    private static Segmentation version(Desk desk, Assignment assignment, WorkFolder work, CommitId commit, Grid grid,
            Progress progress) throws IOException {
        return SavedLabels.ofTask(desk.volumes(), work, commit, assignment.task().fileName(), grid, progress);
    }

    private static Optional<CommitId> parting(Desk desk, Assignment assignment, WorkFolder work, CommitId ours,
            CommitId theirs, Progress progress) throws IOException {
        Optional<CommitId> here = work.mergeBase(ours, theirs);
        if (here.isPresent()) {
            return here;
        }
        try {
            work.fetchHistory("origin", assignment.task().branch(), desk.signIn(assignment.account()), Watching.git(progress));
        } catch (GitException e) {
            if (e.kind() != GitException.Kind.NOT_FOUND) {
                throw e;
            }
        }
        return work.mergeBase(ours, theirs);
    }
}
