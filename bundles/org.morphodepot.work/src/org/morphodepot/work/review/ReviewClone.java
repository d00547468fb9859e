package org.morphodepot.work.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.morphodepot.git.Change;
import org.morphodepot.git.CloneOrder;
import org.morphodepot.git.Clones;
import org.morphodepot.git.CommitId;
import org.morphodepot.git.FileVersion;
import org.morphodepot.git.GitException;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.SignIn;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.io.AtomicFile;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.Watching;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.start.DepotScan;

/** The director's clone of a depot, into which contributions are fetched without cloning anybody's fork. */
final class ReviewClone {

    private static final String BASELINE = "baseline.seg.nrrd";
    private static final String SUFFIX = ".seg.nrrd";
    private static final String ORIGIN = "origin";
    /** GitHub takes no larger file. */
    private static final long LARGEST = 100L << 20;

    private final Desk desk;
    private final Account account;
    private final RepoName depot;
    private final Path folder;
    private final Progress progress;

    ReviewClone(Desk desk, Account account, RepoName depot, Progress progress) {
        this.desk = desk;
        this.account = account;
        this.depot = depot;
        this.progress = progress;
        folder = desk.depots(account).resolve(depot.owner() + "^" + depot.name() + "-review");
    }

    /** Where the files of a pull request are put. */
    Path files(int pull) {
        return folder.resolve("pull-" + pull);
    }

    /** Fetches a pull request and copies its files out. */
    Fetched fetch(PullRequest pull) throws WorkException {
        return desk.folders().alone(folder, () -> {
            SignIn signIn = desk.signIn(account);
            GitProgress watching = Watching.git(progress);
            try (WorkFolder work = clone(signIn, watching)) {
                progress.report(0, -1, "Fetching contribution #" + pull.number());
                CommitId head = work.fetchPull(ORIGIN, pull.number(), signIn, watching);
                CommitId main = work.fetch(ORIGIN, pull.base(), signIn, watching);
                CommitId parted = parted(work, head, main, pull.base(), signIn, watching);
                return copyOut(work, pull, head, main, parted);
            }
        });
    }

    private WorkFolder clone(SignIn signIn, GitProgress watching) throws IOException {
        Path place = folder.resolve("clone");
        if (Files.isDirectory(place)) {
            return WorkFolder.open(place);
        }
        progress.report(0, -1, "Fetching the depot " + depot);
        Files.createDirectories(folder);
        return Clones.make(CloneOrder.newest(Desk.remote(account, depot), place), signIn, watching);
    }

    /** Where the contribution left main; main itself when they share nothing. */
    private static CommitId parted(WorkFolder work, CommitId head, CommitId main, String branch, SignIn signIn,
            GitProgress watching) throws GitException {
        Optional<CommitId> known = work.mergeBase(head, main);
        if (known.isPresent()) {
            return known.get();
        }
        work.fetchHistory(ORIGIN, branch, signIn, watching); // the clone is shallow: main may go further back
        return work.mergeBase(head, main).orElse(main);
    }

    private Fetched copyOut(WorkFolder work, PullRequest pull, CommitId head, CommitId main, CommitId parted)
            throws IOException {
        List<Change> changes = work.changes(parted, head);
        String file = segmentation(pull, changes.stream().filter(c -> c.how() != Change.How.REMOVED).map(Change::path).toList());
        List<String> remarks = new ArrayList<>(others(file, changes));
        Path target = Files.createDirectories(files(pull.number()));
        Path contribution = copy(work, work.file(head, file), target.resolve("contribution.seg.nrrd")).orElseThrow();
        Optional<FileVersion> base = work.file(parted, file);
        Optional<Path> from = copy(work, base.isPresent() ? base : work.file(parted, BASELINE), target.resolve("base.seg.nrrd"));
        return new Fetched(head.hex(), contribution, from, scan(work, pull, main, remarks), remarks);
    }

    private Optional<Address> scan(WorkFolder work, PullRequest pull, CommitId main, List<String> remarks) {
        try {
            TaskRef task = new TaskRef(account.forge(), depot, Review.task(pull).orElse(pull.number()));
            return Optional.of(DepotScan.of(desk, task, work, main, remarks, progress));
        } catch (IOException e) {
            remarks.add("The scan is not shown: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static List<String> others(String file, List<Change> changes) {
        List<String> others = changes.stream().map(Change::path).filter(path -> !path.equals(file)).toList();
        return others.isEmpty() ? List.of() : List.of("It also changes " + String.join(", ", others.stream().limit(5).toList())
                + (others.size() > 5 ? " and " + (others.size() - 5) + " more" : "") + ".");
    }

    /** The file of the branch's issue, else the only segmentation that changed. */
    private static String segmentation(PullRequest pull, List<String> changed) throws WorkException {
        String expected = pull.head().branch() + SUFFIX;
        if (changed.contains(expected)) {
            return expected;
        }
        List<String> segmentations = changed.stream().filter(path -> path.toLowerCase(Locale.ROOT).endsWith(SUFFIX)).toList();
        if (segmentations.size() != 1) {
            throw new WorkException(WorkException.Kind.NOT_FOUND, "Contribution #" + pull.number() + " changes "
                    + (segmentations.isEmpty() ? "no segmentation" : segmentations.size() + " segmentations")
                    + ", so it cannot be compared here. Look at it on the web.");
        }
        return segmentations.getFirst();
    }

    private static Optional<Path> copy(WorkFolder work, Optional<FileVersion> version, Path target) throws IOException {
        if (version.isEmpty()) {
            Files.deleteIfExists(target);
            return Optional.empty();
        }
        if (version.get().size() > LARGEST) {
            throw new WorkException(WorkException.Kind.TOO_LARGE, version.get().path() + " has more than 100 MB.");
        }
        try (InputStream in = work.open(version.get()); AtomicFile file = AtomicFile.create(target)) {
            in.transferTo(file.out());
            file.commit();
        }
        return Optional.of(target);
    }
}
