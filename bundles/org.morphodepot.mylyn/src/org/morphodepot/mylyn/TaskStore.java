package org.morphodepot.mylyn;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.mylyn.internal.tasks.core.AbstractTask;
import org.eclipse.mylyn.internal.tasks.core.DayDateRange;
import org.eclipse.mylyn.internal.tasks.core.LocalRepositoryConnector;
import org.eclipse.mylyn.internal.tasks.core.LocalTask;
import org.eclipse.mylyn.internal.tasks.core.RepositoryModel;
import org.eclipse.mylyn.internal.tasks.core.RepositoryQuery;
import org.eclipse.mylyn.internal.tasks.core.TaskActivityManager;
import org.eclipse.mylyn.internal.tasks.core.TaskList;
import org.eclipse.mylyn.internal.tasks.core.TaskRepositoryManager;
import org.eclipse.mylyn.internal.tasks.core.UnmatchedTaskContainer;
import org.eclipse.mylyn.internal.tasks.core.data.SynchronizationManger;
import org.eclipse.mylyn.internal.tasks.core.data.TaskDataManager;
import org.eclipse.mylyn.internal.tasks.core.data.TaskDataStore;
import org.eclipse.mylyn.internal.tasks.core.externalization.TaskListExternalizer;
import org.eclipse.mylyn.internal.tasks.core.sync.SynchronizeQueriesJob;
import org.eclipse.mylyn.tasks.core.ITask;
import org.eclipse.mylyn.tasks.core.TaskRepository;
import org.eclipse.mylyn.tasks.core.data.ITaskDataManager;
import org.eclipse.mylyn.tasks.core.data.TaskData;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.queue.Entry;
import org.morphodepot.work.tasks.Task;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The tasks of this computer: Mylyn's task list with queries, schedule, unread changes and the data of tasks, kept in a folder.
 * The only class that sees Mylyn's internal packages, so that another Mylyn needs changes here only. Nothing but
 * {@link #synchronise} and the connector's own methods with a monitor asks the network. Thread-safe.
 */
@Component(service = TaskStore.class)
public final class TaskStore implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TaskStore.class.getName());
    private static final String SPENT = "org.morphodepot.spent";

    private final Path folder;
    private final Forges forges;
    private final GitHubConnector connector;
    private final TaskRepositoryManager repositories = new TaskRepositoryManager();
    private final TaskList list = new TaskList();
    private final RepositoryModel model = new RepositoryModel(list, repositories);
    private final TaskActivityManager activity = new TaskActivityManager(repositories, list);
    private final TaskDataManager data;
    private final TimeSheet times = new TimeSheet();
    private final Map<String, Account> known = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Runnable accountsChanged = this::followAccounts;
    private final Runnable queueChanged = this::queueChanged;
    private final OwnNews own;

    /** Opens the store of a desk, in its folder. */
    @Activate
    public TaskStore(@Reference Desk desk) {
        folder = desk.folder().resolve("mylyn");
        forges = new Forges(desk);
        connector = new GitHubConnector(forges);
        own = new OwnNews(forges);
        repositories.addRepositoryConnector(new LocalRepositoryConnector());
        repositories.addRepositoryConnector(connector);
        data = new TaskDataManager(new TaskDataStore(repositories), repositories, list, activity,
                new Alone(model));
        data.setDataPath(folder.toString());
        knowAccounts();
        read();
        followAccounts();
        activity.reloadPlanningData();
        desk.accounts().addListener(accountsChanged);
        desk.queue().addListener(queueChanged);
    }

    private void queueChanged() {
        own.follow(forges.desk().queue().entries().stream().filter(entry -> entry.state() != Entry.State.DONE).toList(),
                connector);
        changed();
    }

    private void knowAccounts() {
        for (Account account : forges.desk().accounts().all()) {
            String url = Forges.url(account);
            known.put(url, account);
            if (repositories.getRepository(GitHubConnector.KIND, url) == null) {
                TaskRepository repository = new TaskRepository(GitHubConnector.KIND, url);
                repository.setRepositoryLabel(account.toString());
                repositories.addRepository(repository);
                list.addUnmatchedContainer(new UnmatchedTaskContainer(GitHubConnector.KIND, url));
            }
        }
    }

    /** New accounts get the usual lists; those of people who signed out go. */
    private void followAccounts() {
        knowAccounts();
        Set<String> urls = new HashSet<>();
        for (Account account : forges.desk().accounts().all()) {
            urls.add(Forges.url(account));
            if (list.getRepositoryQueries(Forges.url(account)).isEmpty()) {
                List.of(TaskQuery.assignedToMe(), TaskQuery.myPulls(), TaskQuery.toReview())
                        .forEach(query -> add(account, query));
            }
            recall(account);
        }
        for (TaskRepository gone : repositories.getRepositories(GitHubConnector.KIND)) {
            if (!urls.contains(gone.getRepositoryUrl())) {
                List.copyOf(list.getRepositoryQueries(gone.getRepositoryUrl())).forEach(list::deleteQuery);
                List.copyOf(list.getTasks(gone.getRepositoryUrl())).forEach(this::drop);
                repositories.removeRepository(gone);
                Optional.ofNullable(known.remove(gone.getRepositoryUrl())).ifPresent(forges.book()::forget);
            }
        }
        changed();
    }

    /** What is known of the tasks, with what began here meanwhile. */
    private void recall(Account account) {
        queries(account).forEach(query -> TaskQuery.of(query).ifPresent(asked -> connector.recall(account, asked)));
    }

    private void drop(ITask task) {
        list.deleteTask(task);
        try {
            data.deleteTaskData(task);
        } catch (CoreException e) {
            LOG.log(System.Logger.Level.WARNING, "Old task data stays on the disk", e);
        }
    }

    private Collection<RepositoryQuery> queries(Account account) {
        return list.getRepositoryQueries(Forges.url(account));
    }

    private Optional<Account> me() {
        return forges.desk().accounts().active();
    }

    /** The connector, for those who speak Mylyn's API. */
    public GitHubConnector connector() {
        return connector;
    }

    OwnNews ownNews() {
        return own;
    }

    /** Attributes, history and edits of tasks, also without a network. */
    public ITaskDataManager taskData() {
        return data;
    }

    /** Mylyn's task of a task, for its data. */
    public Optional<ITask> mylyn(TaskRef ref) {
        return me().flatMap(account -> Optional.ofNullable(list.getTask(Forges.url(account), Forges.id(ref))));
    }

    /** The lists of who works now, then the local tasks. Empty lists are there, too. */
    public List<TaskListing> lists() {
        Map<String, Change> waiting = waiting();
        List<TaskListing> all = new ArrayList<>();
        me().ifPresent(account -> queries(account).stream().sorted((a, b) -> order(a) - order(b)).forEach(query ->
                all.add(new TaskListing(query.getHandleIdentifier(), query.getSummary(), TaskQuery.of(query), trouble(query),
                        query.getChildren().stream().map(task -> row((AbstractTask) task, waiting)).toList()))));
        List<TaskRow> local = list.getAllTasks().stream().filter(LocalTask.class::isInstance)
                .map(task -> row(task, waiting)).toList();
        all.add(new TaskListing(TaskRow.LOCAL, TaskRow.LOCAL, Optional.empty(), Optional.empty(), local));
        return all;
    }

    private static int order(RepositoryQuery query) {
        return TaskQuery.of(query).map(asked -> asked.kind().ordinal()).orElse(9);
    }

    private static Optional<String> trouble(RepositoryQuery query) {
        IStatus status = query.getStatus();
        return status == null || status.isOK() ? Optional.empty() : Optional.of(status.getMessage());
    }

    /** A task of who works now. */
    public Optional<TaskRow> row(TaskRef ref) {
        return mylyn(ref).map(task -> row((AbstractTask) task, waiting()));
    }

    private TaskRow row(AbstractTask task, Map<String, Change> waiting) {
        boolean local = task instanceof LocalTask;
        String id = task.getTaskId();
        String name = Forges.readable(id);
        int sign = name.lastIndexOf('#');
        Optional<Task> known = local ? Optional.empty() : connector.known(task.getRepositoryUrl(), id);
        boolean quiet = local || OwnNews.isOwnContribution(known, me());
        return new TaskRow(task.getHandleIdentifier(), known, task.getSummary(),
                local ? TaskRow.LOCAL : sign < 0 ? name : name.substring(0, sign),
                quiet ? Change.NONE : waiting.getOrDefault(id, change(task.getSynchronizationState())),
                Optional.ofNullable(task.getScheduledForDate()).map(range -> TaskPage.day(range.getStartDate().getTime())),
                Optional.ofNullable(task.getDueDate()).map(TaskPage::day), spent(task), task.isCompleted(), task.isActive());
    }

    private static Change change(ITask.SynchronizationState state) {
        return switch (state) {
            case SYNCHRONIZED -> Change.NONE;
            case INCOMING_NEW -> Change.NEW;
            case INCOMING -> Change.INCOMING;
            case OUTGOING, OUTGOING_NEW -> Change.OUTGOING;
            case CONFLICT -> Change.CONFLICT;
        };
    }

    /** What our own queue still has to send, by task id. */
    private Map<String, Change> waiting() {
        Map<String, Change> waiting = new HashMap<>();
        for (Entry entry : forges.desk().queue().entries()) {
            if (entry.state() != Entry.State.DONE) {
                Change change = entry.state() == Entry.State.STOPPED ? Change.CONFLICT : Change.OUTGOING;
                waiting.merge(Forges.id(entry.task()), change, (a, b) -> a == Change.CONFLICT ? a : b);
            }
        }
        return waiting;
    }

    /**
     * Asks for all lists of who works now and reads what changed; blocks. Answers one line for people when something could not be
     * asked: the lists then stay as they were.
     */
    public Optional<String> synchronise(Progress progress) {
        Optional<Account> account = me();
        if (account.isEmpty()) {
            return Optional.empty();
        }
        TaskRepository repository = repositories.getRepository(GitHubConnector.KIND, Forges.url(account.get()));
        Set<RepositoryQuery> asked = Set.copyOf(queries(account.get()));
        Set<String> newsBefore = news(account.get());
        new SynchronizeQueriesJob(list, data, model, connector, repository, asked).run(new ProgressMonitor(progress));
        forgetOwn(account.get(), newsBefore, progress);
        save();
        changed();
        return asked.stream().flatMap(query -> trouble(query).stream()).findFirst();
    }

    private Set<String> news(Account account) {
        return list.getTasks(Forges.url(account)).stream()
                .filter(task -> task instanceof AbstractTask one && change(one.getSynchronizationState()).isIncoming())
                .map(ITask::getTaskId).collect(Collectors.toSet());
    }

    /** What only the person changed counts as read. */
    private void forgetOwn(Account account, Set<String> before, Progress progress) {
        Set<String> fresh = news(account);
        fresh.removeAll(before);
        for (String id : fresh) {
            connector.known(Forges.url(account), id).filter(task -> own.isOwn(account, task, progress))
                    .ifPresent(_ -> data.setTaskRead(list.getTask(Forges.url(account), id), true));
        }
    }

    /** Reads one task with its history; blocks. Answers one line for people when it could not be asked. */
    public Optional<String> refresh(TaskRef ref, Progress progress) {
        Optional<ITask> task = mylyn(ref);
        if (task.isEmpty()) {
            return Optional.empty();
        }
        TaskRepository repository = repositories.getRepository(GitHubConnector.KIND, task.get().getRepositoryUrl());
        try {
            ProgressMonitor monitor = new ProgressMonitor(progress);
            TaskData fresh = connector.getTaskData(repository, task.get().getTaskId(), monitor);
            data.putUpdatedTaskData(task.get(), fresh, true, null, monitor);
            changed();
            return Optional.empty();
        } catch (CoreException e) {
            return Optional.of(e.getStatus().getMessage());
        }
    }

    /** Adds a list. */
    public void add(TaskQuery query) {
        me().ifPresent(account -> {
            add(account, query);
            connector.recall(account, query);
            save();
            changed();
        });
    }

    private void add(Account account, TaskQuery query) {
        RepositoryQuery made = (RepositoryQuery) model.createRepositoryQuery(
                repositories.getRepository(GitHubConnector.KIND, Forges.url(account)));
        query.into(made);
        list.addQuery(made);
    }

    /** Removes a list; its tasks stay where other lists have them. */
    public void remove(TaskListing listing) {
        list.getQueries().stream().filter(query -> query.getHandleIdentifier().equals(listing.handle())).toList()
                .forEach(list::deleteQuery);
        save();
        changed();
    }

    /** Somebody looked at them, or wants to look again. */
    public void markRead(List<TaskRow> rows, boolean read) {
        each(rows, task -> data.setTaskRead(task, read));
    }

    /** Plans to work on them on a day, or on none. */
    public void schedule(List<TaskRow> rows, Optional<LocalDate> day) {
        each(rows, task -> activity.setScheduledFor(task, day.map(TaskStore::range).orElse(null)));
    }

    private static DayDateRange range(LocalDate day) {
        Calendar start = GregorianCalendar.from(day.atStartOfDay(ZoneId.systemDefault()));
        Calendar end = GregorianCalendar.from(day.plusDays(1).atStartOfDay(ZoneId.systemDefault()));
        end.add(Calendar.MILLISECOND, -1);
        return new DayDateRange(start, end);
    }

    /** A task of one's own, that no forge knows. */
    public void addLocal(String title) {
        LocalTask task = new LocalTask(Integer.toString(list.getNextLocalTaskId()), title);
        task.setCreationDate(new Date());
        list.addTask(task);
        save();
        changed();
    }

    /** Ticks local tasks off, or not; others are left alone. */
    public void setDone(List<TaskRow> rows, boolean done) {
        each(local(rows), task -> task.setCompletionDate(done ? new Date() : null));
    }

    /** Deletes local tasks; others are left alone. */
    public void delete(List<TaskRow> rows) {
        each(local(rows), list::deleteTask);
    }

    private static List<TaskRow> local(List<TaskRow> rows) {
        return rows.stream().filter(TaskRow::isLocal).toList();
    }

    private void each(List<TaskRow> rows, Consumer<AbstractTask> what) {
        rows.stream().map(row -> list.getTask(row.handle())).filter(Objects::nonNull).forEach(what);
        save();
        changed();
    }

    /** The task that is worked on from now on; time with the one before is noted. */
    public void activated(Optional<TaskRef> ref) {
        times.stop(Instant.now()).ifPresent(this::note);
        list.getAllTasks().stream().filter(AbstractTask::isActive).forEach(task -> setActive(task, false));
        ref.flatMap(this::mylyn).ifPresent(task -> {
            setActive((AbstractTask) task, true);
            times.start(task.getHandleIdentifier(), Instant.now());
        });
        me().ifPresent(this::recall);
        save();
        changed();
    }

    /** Mylyn's listeners are found through the registry of extensions, which is there in a workbench only. */
    private void setActive(AbstractTask task, boolean active) {
        if (!Platform.isRunning()) {
            task.setActive(active);
        } else if (active) {
            activity.activateTask(task);
        } else {
            activity.deactivateTask(task);
            task.setActive(false);
        }
    }

    /** Somebody did something just now: call it on keys and mouse clicks, a few times a minute. Time without is not counted. */
    public void beat() {
        times.beat(Instant.now());
    }

    private void note(TimeSheet.Spell spell) {
        AbstractTask task = list.getTask(spell.handle());
        if (task != null) {
            task.setAttribute(SPENT, Long.toString(spent(task).plus(spell.time()).toSeconds()));
        }
    }

    private static Duration spent(AbstractTask task) {
        String seconds = task.getAttribute(SPENT);
        return seconds == null || !seconds.matches("\\d{1,12}") ? Duration.ZERO : Duration.ofSeconds(Long.parseLong(seconds));
    }

    private Path file() {
        return folder.resolve("tasks.xml.zip");
    }

    private void read() {
        File kept = file().toFile();
        if (kept.isFile()) {
            try {
                new TaskListExternalizer(model, repositories).readTaskList(list, kept);
            } catch (CoreException | RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "The list of tasks could not be read; it is asked for again.", e);
            }
        }
    }

    private synchronized void save() {
        Path fresh = folder.resolve("tasks.xml.zip.new");
        try {
            Files.createDirectories(folder);
            new TaskListExternalizer(model, repositories).writeTaskList(list, fresh.toFile());
            Files.move(fresh, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (CoreException | IOException e) {
            LOG.log(System.Logger.Level.ERROR, "The list of tasks could not be written to " + folder + ". Is the disk full?", e);
        }
    }

    /** Called on any thread after every change. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** Nobody else takes part in synchronising, so the registry of extensions, which tests do not have, is not needed. */
    private static final class Alone extends SynchronizationManger {
        Alone(RepositoryModel model) {
            super(model);
        }

        @Override
        public boolean hasParticipants(String kind) {
            return false;
        }
    }

    @Override
    @Deactivate
    public void close() {
        forges.desk().accounts().removeListener(accountsChanged);
        forges.desk().queue().removeListener(queueChanged);
        times.stop(Instant.now()).ifPresent(this::note);
        save();
    }
}
