package org.morphodepot.work.conflict;

import java.io.IOException;
import java.util.Optional;

import org.morphodepot.git.CommitId;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Watching;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.start.Assignment;

/** Joins a branch with what somebody else, or the same person elsewhere, sent to it first. */
public final class Joining {

    private Joining() {
    }

    /**
     * Fetches the other version and merges by itself what was changed on one side only. Both sides are kept under
     * {@code refs/morphodepot/kept/issue-N/}.
     *
     * @throws WorkException CONFLICT when a person has to decide: see {@link Conflict}; nothing was merged then
     */
    public static void join(Desk desk, Assignment assignment, WorkFolder work, Progress progress) throws IOException {
        String branch = assignment.task().branch();
        work.commitFile(assignment.task().fileName(), "Edited " + branch + "\n\nEdits:", assignment.account().author());
        CommitId ours = work.head();
        CommitId theirs = work.fetch("origin", branch, desk.signIn(assignment.account()), Watching.git(progress));
        if (work.contains(ours, theirs)) {
            return;
        }
        if (work.contains(theirs, ours)) {
            work.resumeBranch(branch, "origin");
            return;
        }
        work.keep(branch + "/ours", ours);
        work.keep(branch + "/theirs", theirs);
        Sides sides = Sides.read(desk, assignment, work, ours, theirs, progress);
        int open = sides.merge().conflicts().size();
        if (open > 0) {
            throw new WorkException(WorkException.Kind.CONFLICT, "Somebody else, or you on another computer, changed "
                    + assignment.task() + " too: " + open + (open == 1 ? " place is" : " places are")
                    + " for you to decide. Both versions are kept.");
        }
        SegNrrd.write(sides.merge().merged(), assignment.labels(), progress);
        work.commitMerge(assignment.task().fileName(), theirs, message(branch), assignment.account().author());
    }

    static String message(String branch) {
        return "Merged two versions of " + branch;
    }

    /** The version to decide against, when the branch has parted from the one that was fetched last. */
    static Optional<CommitId> parted(Assignment assignment, WorkFolder work) throws IOException {
        Optional<CommitId> theirs = work.commit("origin/" + assignment.task().branch());
        boolean parted = theirs.isPresent() && !work.contains(work.head(), theirs.get())
                && !work.contains(theirs.get(), work.head());
        return parted ? theirs : Optional.empty();
    }
}
