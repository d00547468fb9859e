package org.morphodepot.mylyn;

import java.util.Set;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.mylyn.tasks.core.ITaskMapping;
import org.eclipse.mylyn.tasks.core.RepositoryResponse;
import org.eclipse.mylyn.tasks.core.RepositoryResponse.ResponseKind;
import org.eclipse.mylyn.tasks.core.TaskRepository;
import org.eclipse.mylyn.tasks.core.data.AbstractTaskDataHandler;
import org.eclipse.mylyn.tasks.core.data.TaskAttribute;
import org.eclipse.mylyn.tasks.core.data.TaskAttributeMapper;
import org.eclipse.mylyn.tasks.core.data.TaskData;
import org.eclipse.mylyn.tasks.core.data.TaskMapper;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.IssueEdit;
import org.morphodepot.github.Mark;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.github.client.Issues;
import org.morphodepot.work.Account;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.WorkException;

/** Reads one task with its history, and sends what was edited: title, and a comment. New tasks are made elsewhere. */
final class GitHubTaskData extends AbstractTaskDataHandler {

    private final Forges forges;

    GitHubTaskData(Forges forges) {
        this.forges = forges;
    }

    TaskData get(TaskRepository repository, String taskId, IProgressMonitor monitor) throws CoreException {
        try {
            Account account = forges.account(repository);
            var said = forges.book().discussion(account, ref(account, taskId), Troubles.progress(monitor));
            if (said.trouble().isPresent()) {
                throw new CoreException(Troubles.status(said.trouble().get()));
            }
            return new TaskPage(repository).of(said.value());
        } catch (WorkException e) {
            throw Troubles.core(e);
        }
    }

    private static TaskRef ref(Account account, String taskId) throws WorkException {
        return Forges.ref(account, taskId)
                .orElseThrow(() -> new WorkException(WorkException.Kind.NOT_FOUND, taskId + " is not the name of a task."));
    }

    @Override
    public RepositoryResponse postTaskData(TaskRepository repository, TaskData data, Set<TaskAttribute> old,
            IProgressMonitor monitor) throws CoreException {
        try {
            Account account = forges.account(repository);
            TaskRef ref = ref(account, data.getTaskId());
            GitHub github = forges.desk().github(account).watched(Troubles.progress(monitor)::cancelled);
            post(github.issues(ref.depot()), ref, data, old);
            return new RepositoryResponse(ResponseKind.TASK_UPDATED, data.getTaskId());
        } catch (WorkException e) {
            throw Troubles.core(e);
        } catch (GitHubException e) {
            throw Troubles.core(WorkException.of(e));
        } catch (CancellationException e) {
            throw Troubles.core(WorkException.of(e));
        }
    }

    private static void post(Issues issues, TaskRef ref, TaskData data, Set<TaskAttribute> old) throws GitHubException {
        boolean renamed = old != null && old.stream().anyMatch(one -> one.getId().equals(TaskAttribute.SUMMARY));
        if (renamed) {
            issues.edit(ref.number(), IssueEdit.nothing().title(new TaskMapper(data).getSummary()));
        }
        TaskAttribute comment = data.getRoot().getAttribute(TaskAttribute.COMMENT_NEW);
        if (comment != null && !comment.getValue().isBlank()) {
            issues.comment(ref.number(), comment.getValue(), Mark.random());
        }
    }

    @Override
    public boolean initializeTaskData(TaskRepository repository, TaskData data, ITaskMapping mapping, IProgressMonitor monitor) {
        return false;
    }

    @Override
    public TaskAttributeMapper getAttributeMapper(TaskRepository repository) {
        return new TaskAttributeMapper(repository);
    }
}
