package org.morphodepot.mylyn;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.morphodepot.github.Comment;
import org.morphodepot.github.Review;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.queue.Entry;
import org.morphodepot.work.tasks.Discussion;
import org.morphodepot.work.tasks.Task;
import org.morphodepot.work.tasks.TaskState;

/**
 * Tells what somebody did himself from what others did: a forge says only that a task changed, and one's own submission is no
 * news. Asks the forge about tasks that this computer sent something for, and about no others. Thread-safe.
 */
final class OwnNews {

    /** States that only others bring about. */
    private static final Set<TaskState> BY_OTHERS = Set.of(TaskState.CHANGES_REQUESTED, TaskState.MERGED, TaskState.CLOSED);

    private final Forges forges;
    /** What was sent something for, and when it had last changed before. */
    private final Map<TaskRef, Instant> sent = new ConcurrentHashMap<>();

    OwnNews(Forges forges) {
        this.forges = forges;
    }

    /** Notes what the queue sends, with what is known of it before. */
    void follow(Iterable<Entry> entries, GitHubConnector connector) {
        Optional<Account> me = forges.desk().accounts().active();
        entries.forEach(entry -> sent(entry.task(),
                me.flatMap(account -> connector.known(Forges.url(account), Forges.id(entry.task()))).map(Task::updated)
                        .orElse(Instant.EPOCH)));
    }

    void sent(TaskRef task, Instant before) {
        sent.putIfAbsent(task, before);
    }

    /** Whether all that changed in a task is one's own doing; asks the forge, and says no where it does not know. */
    boolean isOwn(Account me, Task task, Progress progress) {
        Instant before = sent.get(task.ref());
        if (before == null || BY_OTHERS.contains(task.state())) {
            return false;
        }
        try {
            boolean own = others(forges.book().discussion(me, task.ref(), progress).value(), me.login())
                    .noneMatch(when -> when.isAfter(before));
            if (!isWaiting(forges.desk(), task.ref())) {
                sent.remove(task.ref());
            }
            return own;
        } catch (WorkException e) {
            return false;
        }
    }

    private static boolean isWaiting(Desk desk, TaskRef task) {
        return desk.queue().entries().stream()
                .anyMatch(entry -> entry.task().equals(task) && entry.state() != Entry.State.DONE);
    }

    private static Stream<Instant> others(Discussion said, String login) {
        return Stream.concat(
                said.comments().stream().filter(one -> !one.author().is(login)).map(Comment::created),
                said.reviews().stream().filter(one -> !one.author().is(login)).map(Review::submitted).flatMap(Optional::stream));
    }

    /** Somebody's own contribution is no news: what others say of it comes with its task. */
    static boolean isOwnContribution(Optional<Task> row, Optional<Account> me) {
        return row.filter(task -> task.contribution().filter(pull -> pull.number() == task.ref().number()
                && me.filter(account -> pull.author().is(account.login())).isPresent()).isPresent()).isPresent();
    }
}
