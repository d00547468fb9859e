package org.morphodepot.mylyn;

import java.util.Optional;

import org.eclipse.mylyn.tasks.core.TaskRepository;
import org.morphodepot.github.RepoName;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.tasks.TaskBook;

/**
 * Mylyn's words for our accounts and tasks: a task repository is one account of one forge, {@code https://github.com/@ada}; a
 * task's id is {@code owner/name#12}, with {@code ~} for dashes: Mylyn allows none in ids, and no depot's name has a tilde.
 */
final class Forges {

    private final Desk desk;
    private final TaskBook book;

    Forges(Desk desk) {
        this.desk = desk;
        book = TaskBook.of(desk);
    }

    Desk desk() {
        return desk;
    }

    TaskBook book() {
        return book;
    }

    static String url(Account account) {
        return account.forge().web() + "/@" + account.login();
    }

    /** Of an account that is signed in. */
    Account account(TaskRepository repository) throws WorkException {
        return account(repository.getRepositoryUrl()).orElseThrow(() -> new WorkException(WorkException.Kind.SIGN_IN,
                "Nobody is signed in as " + repository.getUserName() + ". Sign in to see these tasks."));
    }

    Optional<Account> account(String url) {
        return desk.accounts().all().stream().filter(account -> url(account).equals(url)).findFirst();
    }

    static String id(TaskRef ref) {
        return (ref.depot() + "#" + ref.number()).replace('-', '~');
    }

    /** An id as people write it. */
    static String readable(String taskId) {
        return taskId.replace('~', '-');
    }

    /** Empty for ids of other connectors. */
    static Optional<TaskRef> ref(Account account, String taskId) {
        String id = readable(taskId);
        int sign = id.lastIndexOf('#');
        if (sign < 0 || !id.substring(sign + 1).matches("[1-9]\\d{0,8}")) {
            return Optional.empty();
        }
        return RepoName.parse(id.substring(0, sign))
                .map(depot -> new TaskRef(account.forge(), depot, Integer.parseInt(id.substring(sign + 1))));
    }
}
