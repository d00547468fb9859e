package org.morphodepot.work.tasks;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.morphodepot.github.Issue;
import org.morphodepot.github.RepoName;

/**
 * The first page of a list with the latest changes first, as a set of short words: when it is the same as before, nothing in
 * the list changed. (That an answer was "not modified" does not say since when it was looked at.)
 */
record Marks(Set<String> words) {

    Marks {
        words = Set.copyOf(words);
    }

    static Marks of(List<Issue> page) {
        Set<String> words = new LinkedHashSet<>();
        page.forEach(issue -> words.add(word(issue)));
        return new Marks(words);
    }

    Marks and(Marks other) {
        Set<String> both = new HashSet<>(words);
        both.addAll(other.words);
        return new Marks(both);
    }

    /** Times of a forge have seconds only, so all that the page says counts. */
    private static String word(Issue issue) {
        return issue.repo() + "#" + issue.number() + "@" + issue.updated() + " " + Integer.toHexString(issue.hashCode());
    }

    /** Whether the page is full and none of it was there before: what changed further down is not seen. */
    boolean isPast(List<Issue> page) {
        return !page.isEmpty() && page.stream().noneMatch(issue -> words.contains(word(issue)));
    }

    /** Repositories in which something changed since these marks. */
    Set<RepoName> changedIn(List<Issue> page) {
        Set<RepoName> changed = new LinkedHashSet<>();
        page.stream().filter(issue -> !words.contains(word(issue))).forEach(issue -> changed.add(issue.repo()));
        return changed;
    }
}
