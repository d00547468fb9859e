package org.morphodepot.forge.internal.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Repo;

/** The words that close an issue when a pull request is merged: {@code Fixes #12} and their like. */
public final class Closing {

    private static final Pattern WORDS = Pattern.compile("(?i)\\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\\s+"
            + "(?:([\\w.-]+/[\\w.-]+)?#|https?://[^/\\s]+/([\\w.-]+/[\\w.-]+)/issues/)(\\d{1,9})\\b");

    private final Hub hub;

    public Closing(Hub hub) {
        this.hub = hub;
    }

    /** The issues of the repository that a pull request says it fixes; none unless it goes to the default branch. */
    public List<Issue> issues(Repo repo, Issue pull) {
        return pull.pull.baseBranch.equals(repo.defaultBranch) ? named(repo, pull.body) : List.of();
    }

    List<Issue> named(Repo repo, String text) {
        List<Issue> issues = new ArrayList<>();
        Matcher words = WORDS.matcher(text == null ? "" : text);
        while (words.find()) {
            String where = words.group(1) != null ? words.group(1) : words.group(2);
            if (where == null || where.equalsIgnoreCase(repo.fullName())) {
                hub.store().get(Issue.class, repo.id, Integer.parseInt(words.group(3)))
                        .filter(issue -> issue.pull == null && !issues.contains(issue)).ifPresent(issues::add);
            }
        }
        return issues;
    }
}
