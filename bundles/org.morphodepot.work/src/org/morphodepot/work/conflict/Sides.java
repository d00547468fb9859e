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

/** Two versions of a task's branch that parted, and their merge. */
record Sides(CommitId ours, CommitId theirs, SegmentationMerge merge) {

    private static final String BASELINE = "baseline.seg.nrrd";

    /** Reads the three segmentations; fetches older commits when the point where they parted is not here. */
    static Sides read(Desk desk, Assignment assignment, WorkFolder work, CommitId ours, CommitId theirs, Progress progress)
            throws IOException {
        Optional<CommitId> base = parting(desk, assignment, work, ours, theirs, progress);
        String file = assignment.task().fileName();
        Grid grid = SavedLabels.grid(desk.volumes(), assignment.scan());
        Segmentation nothing = Segmentation.empty(grid.size(), grid.geometry());
        Segmentation began = base.isEmpty() ? nothing
                : version(desk, work, base.get(), file, grid, progress).isPresent()
                        ? version(desk, work, base.get(), file, grid, progress).get()
                        : version(desk, work, base.get(), BASELINE, grid, progress).orElse(nothing);
        Segmentation mine = version(desk, work, ours, file, grid, progress).orElse(began);
        Segmentation other = version(desk, work, theirs, file, grid, progress).orElse(began);
        return new Sides(ours, theirs, SegmentationMerge.of(began, mine, other));
    }

    private static Optional<Segmentation> version(Desk desk, WorkFolder work, CommitId commit, String file, Grid grid,
            Progress progress) throws IOException {
        return SavedLabels.read(desk.volumes(), work, commit, file, Optional.of(grid), progress);
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
