package org.morphodepot.work.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.github.Merge;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Place;
import org.morphodepot.work.Watching;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.project.Rights;

/** One contribution on the director's desk: what it changes, what was said about it, and the answer. Blocks; any thread. */
public final class Review {

    private static final Pattern BRANCH = Pattern.compile("issue-(\\d{1,9})");

    private final Desk desk;
    private final Account account;
    private final PullRequest pull;
    private final Rights rights;
    private final Comparison comparison;
    private final Optional<Address> scan;
    private final Path picture;
    private final List<Said> said;
    private final List<String> remarks;

    private Review(Desk desk, Account account, Opened opened, Path picture) {
        this.desk = desk;
        this.account = account;
        this.picture = picture;
        pull = opened.pull();
        rights = opened.rights();
        comparison = opened.comparison();
        scan = opened.scan();
        said = opened.said();
        remarks = List.copyOf(opened.remarks());
    }

    /** What {@link #open} gathers. */
    private record Opened(PullRequest pull, Rights rights, Comparison comparison, Optional<Address> scan, List<Said> said,
            List<String> remarks) {
    }

    /**
     * Fetches a contribution into the director's clone of the depot, without its author's fork, and compares it with what it
     * started from.
     *
     * @throws WorkException also when the contribution changes no segmentation
     */
    public static Review open(Desk desk, Account account, RepoName depot, int number, Progress progress) throws WorkException {
        try {
            GitHub github = desk.github(account).watched(Watching.github(progress));
            progress.report(0, -1, "Asking for contribution #" + number);
            ReviewClone clone = new ReviewClone(desk, account, depot, progress);
            PullRequest pull = github.pulls(depot).get(number);
            Fetched fetched = clone.fetch(pull);
            if (!fetched.head().equals(pull.head().commit())) {
                pull = github.pulls(depot).get(number); // somebody pushed just now
            }
            return compared(desk, account, github, pull, fetched, progress);
        } catch (CancellationException e) {
            throw WorkException.of(e);
        } catch (IllegalArgumentException e) {
            throw new WorkException(WorkException.Kind.BROKEN, "Contribution #" + number + " cannot be compared: "
                    + e.getMessage(), e);
        } catch (IOException e) {
            throw WorkException.of(e);
        }
    }

    private static Review compared(Desk desk, Account account, GitHub github, PullRequest pull, Fetched fetched,
            Progress progress) throws IOException {
        Rights rights = Rights.of(github.repositories().get(pull.repo()), account);
        List<Said> said = Talk.of(github, pull.repo(), pull.number());
        ReviewFiles files = new ReviewFiles(desk.volumes(), progress);
        Comparison comparison = files.compare(fetched, fetched.scan());
        List<String> remarks = new ArrayList<>(fetched.remarks());
        remarks.addAll(files.remarks());
        Path picture = fetched.contribution().resolveSibling(PictureFile.name(pull.number(), fetched.head()));
        progress.report(0, -1, "Preparing the views");
        SegNrrd.write(Picture.of(comparison), picture, progress);
        return new Review(desk, account, new Opened(pull, rights, comparison, fetched.scan(), said, remarks), picture);
    }

    /** As it was when it was opened. */
    public PullRequest pull() {
        return pull;
    }

    public Account account() {
        return account;
    }

    /** The task it is for, by its branch or what it says it fixes. */
    public OptionalInt task() {
        return task(pull);
    }

    /** The task that a pull request is for; empty when it tells none. */
    public static OptionalInt task(PullRequest pull) {
        Matcher branch = BRANCH.matcher(pull.head().branch());
        return branch.matches() ? OptionalInt.of(Integer.parseInt(branch.group(1)))
                : pull.closes().stream().mapToInt(Integer::intValue).findFirst();
    }

    public Comparison comparison() {
        return comparison;
    }

    /** The scan to show it over; empty when it could not be found, which {@link #remarks} tells. */
    public Optional<Address> scan() {
        return scan;
    }

    /** A segmentation file with the contribution, the base and the difference: {@link Picture}. */
    public Path picture() {
        return picture;
    }

    /** What was said about it so far, oldest first. */
    public List<Said> said() {
        return said;
    }

    /** What was said until now, asked of the forge. Blocks. */
    public List<Said> talk(Progress progress) throws WorkException {
        try {
            return Talk.of(desk.github(account).watched(Watching.github(progress)), pull.repo(), pull.number());
        } catch (CancellationException e) {
            throw WorkException.of(e);
        } catch (IOException e) {
            throw WorkException.of(e);
        }
    }

    /** What is unusual about it, one line each. */
    public List<String> remarks() {
        return remarks;
    }

    public Rights rights() {
        return rights;
    }

    /** Whether the signed-in person made it: then it is merged without an approval, and asking for changes is a comment. */
    public boolean own() {
        return pull.author().is(account.login());
    }

    /** Why the signed-in person may not approve and merge it; empty when it is fine. */
    public Optional<String> whyNotMerge() {
        return rights.review().or(() -> !pull.open() ? Optional.of(pull.merged() ? "It is merged already." : "It was closed.")
                : pull.draft() ? Optional.of("It is a draft: its author has not asked for a review yet.") : Optional.empty());
    }

    /** Why the signed-in person may not ask for changes; empty when it is fine. */
    public Optional<String> whyNotRequestChanges() {
        return rights.review().or(() -> pull.open() ? Optional.empty()
                : Optional.of(pull.merged() ? "It is merged already." : "It was closed."));
    }

    /** Comments, about a place in the scan when the box is not empty; a text may name places of its own ({@link Place#into}). */
    public void comment(String text, VoxelBox place, Progress progress) throws WorkException {
        String words = words(text, place);
        answer(progress, answers -> {
            answers.comment(words);
            return words;
        });
    }

    /** Asks for changes and makes it a draft again; of one's own it is a comment. Gives it as it is then. */
    public PullRequest requestChanges(String text, VoxelBox place, Progress progress) throws WorkException {
        String words = words(text, place);
        return answer(progress, answers -> answers.requestChanges(words));
    }

    /**
     * Approves, but not what is one's own, and merges it as one commit; its task is closed by that. {@link Merge#before} tells
     * that somebody was quicker.
     */
    public Merge approveAndMerge(String text, Progress progress) throws WorkException {
        return answer(progress, answers -> answers.approveAndMerge(text.strip()));
    }

    private String words(String text, VoxelBox place) throws WorkException {
        if (text.isBlank()) {
            throw new WorkException(WorkException.Kind.BROKEN, "Please write what you want to say first.");
        }
        return place.isEmpty() ? text.strip()
                : Place.of(place).in(comparison.contribution().geometry()).into(text.strip());
    }

    private interface Step<T> {
        T with(Answers answers) throws IOException;
    }

    private <T> T answer(Progress progress, Step<T> step) throws WorkException {
        try {
            return step.with(new Answers(desk.github(account).watched(Watching.github(progress)), pull));
        } catch (CancellationException e) {
            throw WorkException.of(e);
        } catch (IOException e) {
            throw WorkException.of(e);
        }
    }
}
