package org.morphodepot.work.tasks;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Known;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.WorkException;

/** Asks as one account; where the forge gives no answer, what was known before is one, with the reason and the time. */
final class Asking {

    /** How the forge is reached as somebody. */
    interface Connection {
        GitHub of(Account account) throws WorkException;
    }

    /** Something to ask. */
    interface Question<T> {
        T ask(GitHub github, Instant now) throws GitHubException;
    }

    /** What was answered before. */
    interface Memory<T> {
        Optional<Notes.Note<T>> recall();
    }

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("'at' HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter BEFORE = DateTimeFormatter.ofPattern("'on' d MMMM 'at' HH:mm", Locale.ENGLISH);

    private final Account account;
    private final Connection connection;
    private final Clock clock;
    private final Notes notes;
    private final Predicate<TaskRef> begun;

    Asking(Account account, Connection connection, Path folder, Predicate<TaskRef> begun, Clock clock) {
        this.account = account;
        this.connection = connection;
        this.clock = clock;
        this.begun = begun;
        notes = new Notes(folder);
    }

    Account account() {
        return account;
    }

    Notes notes() {
        return notes;
    }

    /** Whether work on a task began on this computer. */
    Predicate<TaskRef> begun() {
        return begun;
    }

    <T> Known<T> ask(Progress progress, Question<T> question, Memory<T> memory) throws WorkException {
        WorkException trouble;
        try {
            Instant now = clock.instant();
            GitHub github = connection.of(account).watched(progress::cancelled);
            return Known.fresh(question.ask(github, now), now);
        } catch (CancellationException e) {
            throw WorkException.of(e);
        } catch (WorkException e) {
            trouble = e;
        } catch (GitHubException e) {
            trouble = WorkException.of(e);
        }
        Optional<Notes.Note<T>> before = trouble.is(WorkException.Kind.CANCELLED) ? Optional.empty() : memory.recall();
        if (before.isEmpty()) {
            throw trouble;
        }
        return new Known<>(before.get().value(), before.get().asOf(), Optional.of(words(trouble, before.get().asOf())));
    }

    private String words(WorkException trouble, Instant asOf) {
        LocalDateTime then = LocalDateTime.ofInstant(asOf, clock.getZone());
        boolean today = then.toLocalDate().equals(LocalDateTime.ofInstant(clock.instant(), clock.getZone()).toLocalDate());
        String time = (today ? TODAY : BEFORE).format(then);
        boolean unreached = trouble.is(WorkException.Kind.OFFLINE) && !limited(trouble);
        return unreached ? "Could not reach " + account.forge().host() + ", showing what was known " + time + "."
                : trouble.getMessage() + " Showing what was known " + time + ".";
    }

    private static boolean limited(WorkException trouble) {
        return trouble.getCause() instanceof GitHubException e && e.is(GitHubException.Kind.RATE_LIMITED);
    }
}
