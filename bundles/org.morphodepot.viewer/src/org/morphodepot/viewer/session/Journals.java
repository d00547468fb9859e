package org.morphodepot.viewer.session;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.journal.LabelJournal;
import org.morphodepot.label.journal.LabelJournal.Waste;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

/**
 * One journal for each scan and labels file, in the workbench's own folder, so that strokes survive a crash without a
 * question. Work never stops for its journal: where it cannot be kept, the log says so.
 */
final class Journals {

    private static final System.Logger LOG = System.getLogger(Journals.class.getName());
    private static final String SUFFIX = ".journal";
    /** The same scan may be open in several editors and workbenches; beyond this number without a journal. */
    private static final int MOST_AT_ONCE = 9;
    /** Seconds that saving waits for a disk that cannot be written. */
    private static final int LONGEST_WAIT = 5;

    private final Supplier<Optional<Path>> folder;

    private final Waste compacted;

    /** @param folder asked whenever a session begins; empty for sessions without journals */
    Journals(Supplier<Optional<Path>> folder) {
        this(folder, Waste.MUCH);
    }

    /** @param compacted what of a journal may be of no use after saving */
    Journals(Supplier<Optional<Path>> folder, Waste compacted) {
        this.folder = folder;
        this.compacted = compacted;
    }

    /**
     * Labels with the edits that a crash left, and the journal that goes on.
     *
     * @param journal empty when none can be kept
     */
    record Kept(Labelling labelling, Optional<LabelJournal> journal) {
    }

    /** Begins or resumes the journal of labels that were just opened. */
    Kept begin(Address scan, Optional<Path> labels, String base, Segmentation opened) {
        Optional<Path> place = folder.get();
        try {
            return place.isEmpty() ? new Kept(new Labelling(opened), Optional.empty())
                    : resume(place.get(), JournalNames.of(scan, labels), base, opened);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "No journal is kept for " + scan.name(), e);
            return new Kept(new Labelling(opened), Optional.empty());
        }
    }

    private static Kept resume(Path place, String name, String base, Segmentation opened) throws IOException {
        Files.createDirectories(place);
        JournalMove.finish(place, name + SUFFIX, base);
        LabelJournal journal = open(place, name, base);
        Labelling labelling = new Labelling(opened);
        try {
            int repeated = journal.attach(labelling);
            if (repeated > 0) {
                LOG.log(System.Logger.Level.DEBUG, "Repeated {0} steps from {1}", repeated, journal.path());
            }
            journal.setAside().ifPresent(old -> LOG.log(System.Logger.Level.WARNING, "An older journal is kept as {0}", old));
            return new Kept(labelling, Optional.of(journal));
        } catch (VolumeException e) {
            LOG.log(System.Logger.Level.WARNING, "A journal was set aside", e);
            setAside(journal);
            LabelJournal fresh = open(place, name, base);
            Labelling untouched = new Labelling(opened);
            fresh.attach(untouched);
            return new Kept(untouched, Optional.of(fresh));
        }
    }

    private static LabelJournal open(Path place, String name, String base) throws IOException {
        for (int n = 1;; n++) {
            try {
                return LabelJournal.open(place.resolve(n == 1 ? name + SUFFIX : name + "-" + n + SUFFIX), base);
            } catch (VolumeException e) {
                if (e.kind() != Kind.ACCESS_DENIED || n == MOST_AT_ONCE) {
                    throw e;
                }
            }
        }
    }

    /**
     * The marked state is about to appear in {@code labels}: a later opening of these starts from there, a later opening
     * of what they are now from what it was. Both must be on the disk before the file is.
     */
    void saving(LabelJournal journal, LabelJournal.Mark mark, Address scan, Path labels, String base) throws IOException {
        journal.saved(mark, base);
        Path target = target(journal, scan, labels);
        if (!target.equals(journal.path())) {
            JournalMove.announce(journal.path(), target);
        }
        try {
            journal.synced().get(LONGEST_WAIT, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.log(System.Logger.Level.WARNING, "Saving goes on although the journal is not on the disk", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while saving").initCause(e);
        }
    }

    /** The labels are saved: the journal is theirs from now on, without what is no longer needed. */
    void saved(LabelJournal journal, LabelJournal.Mark mark, Address scan, Path labels) {
        Path target = target(journal, scan, labels);
        try {
            if (!target.equals(journal.path())) {
                journal.moveTo(target).join();
                JournalMove.done(target);
            }
        } catch (CompletionException | IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The journal keeps its name " + journal.path(), e);
        }
        journal.compact(mark, compacted).whenComplete((_, failure) -> {
            if (failure != null) {
                LOG.log(System.Logger.Level.DEBUG, "The journal stays as long as it is", failure);
            }
        });
    }

    /** The name of the journal once its labels are those; that of another editor of the same labels keeps its own. */
    private static Path target(LabelJournal journal, Address scan, Path labels) {
        Path target = journal.path().resolveSibling(JournalNames.of(scan, Optional.of(labels)) + SUFFIX);
        return isNumbered(journal.path(), target) ? journal.path() : target;
    }

    /** Whether the journal is that of another editor of the same scan and labels. */
    private static boolean isNumbered(Path journal, Path target) {
        String name = target.getFileName().toString();
        return journal.getFileName().toString().startsWith(name.substring(0, name.length() - SUFFIX.length()) + "-");
    }

    /** What is not saved is not wanted: the journal ends and the next opening starts from the file. */
    void discard(LabelJournal journal) {
        try {
            setAside(journal);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Discarding " + journal.path(), e);
        }
    }

    /** Closes a journal and keeps it, until the next one is set aside, for those who change their mind. */
    private static void setAside(LabelJournal journal) throws IOException {
        Path file = journal.path();
        journal.close();
        Files.move(file, file.resolveSibling(file.getFileName() + ".discarded"), StandardCopyOption.REPLACE_EXISTING);
    }
}
