package org.morphodepot.mylyn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.mylyn.tasks.core.AbstractRepositoryConnector;
import org.eclipse.mylyn.tasks.core.IRepositoryQuery;
import org.eclipse.mylyn.tasks.core.ITask;
import org.eclipse.mylyn.tasks.core.TaskRepository;
import org.eclipse.mylyn.tasks.core.data.AbstractTaskDataHandler;
import org.eclipse.mylyn.tasks.core.data.TaskData;
import org.eclipse.mylyn.tasks.core.data.TaskDataCollector;
import org.eclipse.mylyn.tasks.core.data.TaskMapper;
import org.eclipse.mylyn.tasks.core.sync.ISynchronizationSession;
import org.morphodepot.work.Account;
import org.morphodepot.work.Known;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.tasks.Task;

/**
 * Depots on GitHub as a Mylyn repository. Uses Mylyn's API packages only. What a query found is also kept as our own
 * {@link Task}s, which say more than Mylyn's.
 */
public final class GitHubConnector extends AbstractRepositoryConnector {

    public static final String KIND = "org.morphodepot.github";

    private static final Pattern PAGE = Pattern.compile("(https?://[^/]+)/([^/@][^/]*/[^/]+)/(?:issues|pull)/(\\d+)(?:[/#?].*)?");

    private final Forges forges;
    private final Questions questions;
    private final GitHubTaskData handler;
    private final Map<String, Task> tasks = new ConcurrentHashMap<>();

    GitHubConnector(Forges forges) {
        this.forges = forges;
        questions = new Questions(forges.book());
        handler = new GitHubTaskData(forges);
    }

    @Override
    public String getConnectorKind() {
        return KIND;
    }

    @Override
    public String getLabel() {
        return "Depots on GitHub";
    }

    @Override
    public boolean canCreateNewTask(TaskRepository repository) {
        return false;
    }

    @Override
    public boolean canCreateTaskFromKey(TaskRepository repository) {
        return true;
    }

    @Override
    public boolean hasRepositoryDueDate(TaskRepository repository, ITask task, TaskData data) {
        return true;
    }

    @Override
    public AbstractTaskDataHandler getTaskDataHandler() {
        return handler;
    }

    /** The newest we know of a task; empty when no query found it in this session. */
    Optional<Task> known(String repositoryUrl, String taskId) {
        return Optional.ofNullable(tasks.get(key(repositoryUrl, taskId)));
    }

    private static String key(String repositoryUrl, String taskId) {
        return repositoryUrl + " " + taskId;
    }

    void remember(String repositoryUrl, List<Task> found) {
        found.forEach(task -> tasks.put(key(repositoryUrl, Forges.id(task.ref())), task));
    }

    /** Fills {@link #known} from the disk. */
    void recall(Account account, TaskQuery query) {
        questions.known(account, query).ifPresent(found -> remember(Forges.url(account), found));
    }

    @Override
    public IStatus performQuery(TaskRepository repository, IRepositoryQuery asked, TaskDataCollector collector,
            ISynchronizationSession session, IProgressMonitor monitor) {
        Optional<TaskQuery> query = TaskQuery.of(asked);
        if (query.isEmpty()) {
            return Troubles.status("The list " + asked.getSummary() + " was made by a newer version of the workbench.");
        }
        try {
            Known<List<Task>> found = questions.ask(forges.account(repository), query.get(), Troubles.progress(monitor));
            remember(repository.getRepositoryUrl(), found.value());
            if (found.trouble().isPresent()) {
                return Troubles.status(found.trouble().get());
            }
            TaskPage page = new TaskPage(repository);
            for (Task task : found.value()) {
                TaskData data = page.of(task);
                TaskPage.keepComments(before(session, repository, data), data);
                collector.accept(data);
            }
            return Status.OK_STATUS;
        } catch (WorkException e) {
            return Troubles.status(e);
        }
    }

    private static Optional<TaskData> before(ISynchronizationSession session, TaskRepository repository, TaskData data) {
        try {
            return session == null ? Optional.empty()
                    : Optional.ofNullable(session.getTaskDataManager().getTaskData(repository, data.getTaskId()));
        } catch (CoreException e) {
            return Optional.empty(); // what cannot be read is fetched again when somebody looks
        }
    }

    @Override
    public TaskData getTaskData(TaskRepository repository, String taskId, IProgressMonitor monitor) throws CoreException {
        return handler.get(repository, taskId, monitor);
    }

    @Override
    public boolean hasTaskChanged(TaskRepository repository, ITask task, TaskData data) {
        var print = data.getRoot().getAttribute(TaskPage.PRINT);
        return print == null || !print.getValue().equals(task.getAttribute(TaskPage.PRINT));
    }

    @Override
    public void updateTaskFromTaskData(TaskRepository repository, ITask task, TaskData data) {
        new TaskMapper(data).applyTo(task);
        for (String id : List.of(TaskPage.PRINT, TaskPage.STATE)) {
            var value = data.getRoot().getAttribute(id);
            task.setAttribute(id, value == null ? null : value.getValue());
        }
    }

    @Override
    public String getRepositoryUrlFromTaskUrl(String url) {
        Matcher page = PAGE.matcher(String.valueOf(url));
        return !page.matches() ? null : forges.desk().accounts().all().stream()
                .filter(account -> account.forge().web().toString().equals(page.group(1)))
                .map(Forges::url).findFirst().orElse(null);
    }

    @Override
    public String getTaskIdFromTaskUrl(String url) {
        Matcher page = PAGE.matcher(String.valueOf(url));
        return page.matches() ? (page.group(2) + "#" + page.group(3)).replace('-', '~') : null;
    }

    @Override
    public String getTaskUrl(String repositoryUrl, String taskId) {
        int at = repositoryUrl.lastIndexOf("/@");
        return (at < 0 ? repositoryUrl : repositoryUrl.substring(0, at)) + "/" + Forges.readable(taskId).replace("#", "/issues/");
    }

    @Override
    public void updateRepositoryConfiguration(TaskRepository repository, IProgressMonitor monitor) {
        // a depot has nothing to configure
    }
}
