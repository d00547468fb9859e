package org.morphodepot.work.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.morphodepot.git.Change;
import org.morphodepot.git.CommitId;
import org.morphodepot.git.FileVersion;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.project.DepotClone;
import org.morphodepot.work.start.DepotScan;

/** Fetches contributions into the director's clone, without cloning anybody's fork, and copies their files out. */
final class ReviewClone {

    private static final String BASELINE = "baseline.seg.nrrd";
    private static final String SUFFIX = ".seg.nrrd";

    private final Desk desk;
    private final Account account;
    private final RepoName depot;
    private final Progress progress;
    private final DepotClone clone;

    ReviewClone(Desk desk, Account account, RepoName depot, Progress progress) {
        this.desk = desk;
        this.account = account;
        this.depot = depot;
        this.progress = progress;
        clone = new DepotClone(desk, account, depot, progress);
    }

    Fetched fetch(PullRequest pull) throws WorkException {
        return clone.use(opened -> {
            progress.report(0, -1, "Fetching contribution #" + pull.number());
            CommitId head = opened.work().fetchPull(DepotClone.ORIGIN, pull.number(), opened.signIn(), opened.watching());
            CommitId main = opened.newest(pull.base());
            return copyOut(opened, pull, head, main, parted(opened, head, main, pull.base()));
        });
    }

    /** Where the contribution left main; main itself when they share nothing. */
    private static CommitId parted(DepotClone.Opened opened, CommitId head, CommitId main, String branch) throws IOException {
        Optional<CommitId> known = opened.work().mergeBase(head, main);
        if (known.isPresent()) {
            return known.get();
        }
        // The clone is shallow: main may go further back.
        opened.work().fetchHistory(DepotClone.ORIGIN, branch, opened.signIn(), opened.watching());
        return opened.work().mergeBase(head, main).orElse(main);
    }

    private Fetched copyOut(DepotClone.Opened opened, PullRequest pull, CommitId head, CommitId main, CommitId parted)
            throws IOException {
        List<Change> changes = opened.work().changes(parted, head);
        String file = segmentation(pull, changes.stream().filter(c -> c.how() != Change.How.REMOVED).map(Change::path).toList());
        List<String> remarks = new ArrayList<>(others(file, changes));
        Path target = Files.createDirectories(clone.folder().resolve("pull-" + pull.number()));
        Path contribution = opened.copy(opened.work().file(head, file), target.resolve("contribution.seg.nrrd")).orElseThrow();
        Optional<FileVersion> same = opened.work().file(parted, file);
        Optional<Path> base = opened.copy(same.isPresent() ? same : opened.work().file(parted, BASELINE),
                target.resolve("base.seg.nrrd"));
        return new Fetched(head.hex(), contribution, base, scan(opened, pull, main, remarks), remarks);
    }

    private Optional<Address> scan(DepotClone.Opened opened, PullRequest pull, CommitId main, List<String> remarks) {
        try {
            TaskRef task = new TaskRef(account.forge(), depot, Review.task(pull).orElse(pull.number()));
            return Optional.of(DepotScan.of(desk, task, opened.work(), main, remarks, progress));
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
}
