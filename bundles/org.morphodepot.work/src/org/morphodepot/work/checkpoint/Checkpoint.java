package org.morphodepot.work.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

import org.morphodepot.git.CommitId;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.merge.SegmentationMerge;
import org.morphodepot.label.segnrrd.Grid;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Desk;
import org.morphodepot.work.SavedLabels;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.WorkException.Kind;
import org.morphodepot.work.checkpoint.LastCommits.Last;
import org.morphodepot.work.start.Assignment;

/**
 * Commits the one file of a task. When the submission merged somebody else's version in meanwhile, what the session shows is
 * merged with it once more, so that neither is lost.
 */
public final class Checkpoint {

    /** GitHub warns above this many bytes. */
    public static final long WARNING_BYTES = 50L << 20;
    /** GitHub refuses files above this many bytes. */
    public static final long MOST_BYTES = 100L << 20;

    private final Desk desk;
    private final Assignment assignment;
    private final WorkFolder work;
    private final Progress progress;

    private Checkpoint(Desk desk, Assignment assignment, WorkFolder work, Progress progress) {
        this.desk = desk;
        this.assignment = assignment;
        this.work = work;
        this.progress = progress;
    }

    /**
     * Commits the labels file as it was just saved.
     *
     * @param now what was saved
     * @return empty when nothing changed since the last one
     * @throws WorkException TOO_LARGE when GitHub would not take the file: nothing is committed, the file stays
     */
    public static Optional<Summary> of(Desk desk, Assignment assignment, Segmentation now, Progress progress)
            throws WorkException {
        return desk.folders().in(assignment.folder(), work -> new Checkpoint(desk, assignment, work, progress).commit(now));
    }

    /**
     * The same for a file that is too large: it is cropped to the smallest box around all labels, now and at every later
     * checkpoint that would be too large. Nothing moves in the scan.
     */
    public static Optional<Summary> cropped(Desk desk, Assignment assignment, Segmentation now, Progress progress)
            throws WorkException {
        desk.lastCommits().crop(assignment.labels());
        return of(desk, assignment, now, progress);
    }

    private Optional<Summary> commit(Segmentation now) throws IOException {
        checkBranch();
        CommitId head = work.head();
        Last last = last(head, now);
        boolean moved = !last.commit().equals(head);
        Segmentation theirs = moved ? committed(head, now) : last.labels();
        boolean merging = moved || !last.isSeen();
        Segmentation next = merging ? SegmentationMerge.of(last.seen(), now, theirs).merged() : now;
        boolean unseen = merging && !next.sameContent(now);
        if (unseen) {
            SegNrrd.write(next, assignment.labels(), progress);
        }
        if (Files.size(assignment.labels()) > MOST_BYTES && desk.lastCommits().isCropped(assignment.labels())) {
            SegNrrd.writeCropped(next, assignment.labels(), progress);
        }
        Optional<String> warning = checkSize();
        Summary summary = Wording.summary(assignment.task().branch(), theirs, next);
        if (summary.isEmpty() && work.file(head, assignment.task().fileName()).isEmpty()) {
            return Optional.empty(); // nobody has painted yet
        }
        Optional<CommitId> made = work.commitFile(assignment.task().fileName(), summary.text(), assignment.account().author());
        desk.lastCommits().put(assignment.labels(), new Last(made.orElse(head), unseen ? next : now, now));
        boolean news = made.isPresent() || unseen;
        return news ? Optional.of(new Summary(summary.added(), summary.modified(), summary.removed(), summary.title(),
                summary.text(), warning, unseen ? Optional.of(next) : Optional.empty())) : Optional.empty();
    }

    private void checkBranch() throws IOException {
        if (work.branch().filter(assignment.task().branch()::equals).isEmpty()) {
            throw new WorkException(Kind.BROKEN, "The folder " + assignment.folder() + " is not on " + assignment.task().branch()
                    + " any more. The labels are saved; start the task again to commit them.");
        }
    }

    private Last last(CommitId head, Segmentation now) throws IOException {
        Optional<Last> known = desk.lastCommits().get(assignment.labels()).filter(l -> l.labels().size().equals(now.size()));
        if (known.isPresent()) {
            return known.get();
        }
        CommitId from = desk.lastCommits().commit(assignment.labels()).orElse(head);
        Segmentation labels = committed(from, now);
        return new Last(from, labels, labels);
    }

    private Segmentation committed(CommitId commit, Segmentation now) throws IOException {
        return SavedLabels.ofTask(desk.volumes(), work, commit, assignment.task().fileName(),
                new Grid(now.size(), now.geometry()), progress);
    }

    private Optional<String> checkSize() throws IOException {
        long size = Files.size(assignment.labels());
        if (size > MOST_BYTES) {
            throw new WorkException(Kind.TOO_LARGE, assignment.task().fileName() + " has " + (size >> 20)
                    + " MB and GitHub takes at most 100 MB. It is saved here, but not committed: save again and choose to crop"
                    + " it, or ask for the task to be split.");
        }
        return size > WARNING_BYTES ? Optional.of(assignment.task().fileName() + " has " + (size >> 20)
                + " MB; above 100 MB GitHub takes it no more.") : Optional.empty();
    }
}
