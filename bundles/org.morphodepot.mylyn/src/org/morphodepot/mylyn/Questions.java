package org.morphodepot.mylyn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.morphodepot.github.PullRequest;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Known;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.tasks.Task;
import org.morphodepot.work.tasks.TaskBook;
import org.morphodepot.work.tasks.TaskState;

/** Answers queries out of the task book. Contributions become tasks too: somebody has to look at them. */
final class Questions {

    private final TaskBook book;

    Questions(TaskBook book) {
        this.book = book;
    }

    Known<List<Task>> ask(Account account, TaskQuery query, Progress progress) throws WorkException {
        Known<List<Task>> all = switch (query.kind()) {
            case ASSIGNED -> book.assignedToMe(account, progress);
            case MY_PULLS -> contributions(account, book.myPulls(account, progress));
            case TO_REVIEW -> toReview(account, book.toReview(account, progress));
            case DEPOT -> book.ofDepot(account, query.depot().orElseThrow(), progress);
        };
        return with(all, tasks -> tasks.stream().filter(query::wants).toList());
    }

    /** The same without a network; empty when nothing was ever asked. */
    Optional<List<Task>> known(Account account, TaskQuery query) {
        Optional<Known<List<Task>>> all = switch (query.kind()) {
            case ASSIGNED -> book.knownAssignedToMe(account);
            case MY_PULLS -> book.knownMyPulls(account).map(pulls -> contributions(account, pulls));
            case TO_REVIEW -> book.knownToReview(account).map(pulls -> toReview(account, pulls));
            case DEPOT -> book.knownOfDepot(account, query.depot().orElseThrow());
        };
        return all.map(known -> known.value().stream().filter(query::wants).toList());
    }

    private static Known<List<Task>> toReview(Account account, Known<List<PullRequest>> pulls) {
        return contributions(account, with(pulls, all -> all.stream()
                .filter(pull -> !pull.draft() && !pull.author().is(account.login())).toList()));
    }

    private static Known<List<Task>> contributions(Account account, Known<List<PullRequest>> pulls) {
        return with(pulls, all -> {
            List<Task> tasks = new ArrayList<>();
            all.forEach(pull -> tasks.add(task(account, pull)));
            return tasks;
        });
    }

    private static <A, B> Known<B> with(Known<A> known, Function<A, B> change) {
        return new Known<>(change.apply(known.value()), known.asOf(), known.trouble());
    }

    private static Task task(Account account, PullRequest pull) {
        TaskState state = pull.changesRequested() ? TaskState.CHANGES_REQUESTED
                : pull.draft() ? TaskState.IN_PROGRESS : TaskState.SUBMITTED;
        return new Task(new TaskRef(account.forge(), pull.repo(), pull.number()), pull.title(), pull.body(), Optional.empty(),
                Optional.empty(), List.of(pull.author()), state, Optional.of(pull), Optional.empty(), "", pull.author(),
                pull.created(), pull.updated(), 0, pull.url());
    }
}
