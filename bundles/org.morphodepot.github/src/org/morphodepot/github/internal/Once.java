package org.morphodepot.github.internal;

import java.util.Optional;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.GitHubException.Kind;

/** Makes something exactly once: looks first, and looks again when the answer got lost. The request is sent once at most. */
public final class Once {

    /** A question to the server. */
    @FunctionalInterface
    public interface Question<T> {
        T ask() throws GitHubException;
    }

    private Once() {
    }

    public static <T> T make(Question<Optional<T>> find, Question<T> create) throws GitHubException {
        Optional<T> there = find.ask();
        return there.isPresent() ? there.get() : makeFresh(find, create);
    }

    /** As {@link #make}, when it was looked for just before. */
    public static <T> T makeFresh(Question<Optional<T>> find, Question<T> create) throws GitHubException {
        try {
            return create.ask();
        } catch (GitHubException e) {
            if (!e.leavesDoubt() && !e.is(Kind.VALIDATION) && !e.is(Kind.CONFLICT)) {
                throw e;
            }
            return lookAgain(find, e);
        }
    }

    private static <T> T lookAgain(Question<Optional<T>> find, GitHubException first) throws GitHubException {
        Optional<T> there;
        try {
            there = find.ask();
        } catch (GitHubException e) {
            first.addSuppressed(e);
            throw first;
        }
        if (there.isEmpty()) {
            throw first;
        }
        return there.get();
    }
}
