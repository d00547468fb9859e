package org.morphodepot.work.tasks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Repository;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Known;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.tasks.Notes.Note;

/**
 * What there is to do, for each account: asks the forge and keeps the answers on the disk. When the forge gives no answer, the
 * last one is given with {@link Known#trouble}; only where nothing was ever known it is a {@link WorkException}. So an empty list
 * always means that there is nothing. Thread-safe.
 */
public final class TaskBook {

    /** Topic of every repository that is a depot. */
    public static final String TOPIC = "morphodepot";

    private final Path folder;
    private final Asking.Connection connection;
    private final BiFunction<TaskRef, Account, Path> workFolder;
    private final Clock clock;

    TaskBook(Path folder, Asking.Connection connection, BiFunction<TaskRef, Account, Path> workFolder, Clock clock) {
        this.folder = folder;
        this.connection = connection;
        this.workFolder = workFolder;
        this.clock = clock;
    }

    /** The book of a desk; all books of a desk are the same. */
    public static TaskBook of(Desk desk) {
        return new TaskBook(desk.folder().resolve("tasks"), desk::github, desk::folderOf, Clock.systemDefaultZone());
    }

    /** Open issues assigned to somebody in all depots, then those of the last weeks that are merged or closed. */
    public Known<List<Task>> assignedToMe(Account account, Progress progress) throws WorkException {
        MyTasks mine = new MyTasks(asking(account));
        return map(mine.ask(progress), mine::tasks);
    }

    /** As {@link #assignedToMe} was last time, without asking. */
    public Optional<Known<List<Task>>> knownAssignedToMe(Account account) {
        MyTasks mine = new MyTasks(asking(account));
        return mine.recall().map(note -> known(note, mine::tasks));
    }

    /** Somebody's open pull requests to depots. */
    public Known<List<PullRequest>> myPulls(Account account, Progress progress) throws WorkException {
        return map(new MyTasks(asking(account)).ask(progress), MyTasks.Mine::pulls);
    }

    public Optional<Known<List<PullRequest>>> knownMyPulls(Account account) {
        return new MyTasks(asking(account)).recall().map(note -> known(note, MyTasks.Mine::pulls));
    }

    /** All tasks of a depot, open and closed; newest changes first. */
    public Known<List<Task>> ofDepot(Account account, RepoName depot, Progress progress) throws WorkException {
        DepotTasks tasks = new DepotTasks(asking(account), depot);
        return map(tasks.ask(progress), tasks::tasks);
    }

    public Optional<Known<List<Task>>> knownOfDepot(Account account, RepoName depot) {
        DepotTasks tasks = new DepotTasks(asking(account), depot);
        return tasks.recall().map(note -> known(note, tasks::tasks));
    }

    /**
     * All tasks of many depots: two free requests when nothing is new, however many depots. Depots that vanished are left out;
     * with trouble, so are those of which nothing is known yet.
     */
    public Known<Map<RepoName, List<Task>>> ofDepots(Account account, List<RepoName> depots, Progress progress)
            throws WorkException {
        Asking asking = asking(account);
        return map(new DepotNews(asking).ask(depots, progress), answers -> {
            Map<RepoName, List<Task>> tasks = new LinkedHashMap<>();
            answers.forEach((name, depot) -> tasks.put(name, new DepotTasks(asking, name).tasks(depot)));
            return tasks;
        });
    }

    /** Depots somebody owns or is a member of. */
    public Known<List<Repository>> depots(Account account, Progress progress) throws WorkException {
        return map(new DepotNews(asking(account)).within(progress), DepotNews.Within::depots);
    }

    /** Open pull requests, also drafts, of all depots in which somebody may merge. */
    public Known<List<PullRequest>> toReview(Account account, Progress progress) throws WorkException {
        return map(new DepotNews(asking(account)).reviews(progress), DepotNews.Reviews::pulls);
    }

    public Optional<Known<List<PullRequest>>> knownToReview(Account account) {
        return new DepotNews(asking(account)).recallReviews().map(note -> known(note, DepotNews.Reviews::pulls));
    }

    /** One task and what was said about it. */
    public Known<Discussion> discussion(Account account, TaskRef task, Progress progress) throws WorkException {
        OneTask one = new OneTask(asking(account), task);
        return map(one.ask(progress), one::discussion);
    }

    public Optional<Known<Discussion>> knownDiscussion(Account account, TaskRef task) {
        OneTask one = new OneTask(asking(account), task);
        return one.recall().map(note -> known(note, one::discussion));
    }

    /** Removes all that was kept about somebody, as at sign-out. */
    public void forget(Account account) {
        new Notes(folderOf(account)).clear();
    }

    private Asking asking(Account account) {
        return new Asking(account, connection, folderOf(account), task -> begun(task, account), clock);
    }

    private boolean begun(TaskRef task, Account account) {
        return Files.isDirectory(workFolder.apply(task, account));
    }

    private Path folderOf(Account account) {
        String host = account.forge().host().replaceAll("[^A-Za-z0-9.-]", "_");
        return folder.resolve((host + "^" + account.login().replaceAll("[^A-Za-z0-9_-]", "_")).toLowerCase(Locale.ROOT));
    }

    private static <A, B> Known<B> map(Known<A> known, Function<A, B> change) {
        return new Known<>(change.apply(known.value()), known.asOf(), known.trouble());
    }

    private static <A, B> Known<B> known(Note<A> note, Function<A, B> change) {
        return Known.fresh(change.apply(note.value()), note.asOf());
    }
}
