package org.morphodepot.github;

import java.util.List;
import java.util.OptionalInt;

/**
 * An issue to open. Labels and assignees of people without push rights are dropped by the server without a word: compare
 * what comes back.
 *
 * @param milestone its number, or none
 */
public record NewIssue(String title, String body, List<String> labels, List<String> assignees, OptionalInt milestone) {

    public NewIssue {
        labels = List.copyOf(labels);
        assignees = List.copyOf(assignees);
    }

    public static NewIssue of(String title, String body) {
        return new NewIssue(title, body, List.of(), List.of(), OptionalInt.empty());
    }

    public NewIssue assignedTo(List<String> logins) {
        return new NewIssue(title, body, labels, logins, milestone);
    }

    public NewIssue labelled(List<String> names) {
        return new NewIssue(title, body, names, assignees, milestone);
    }

    public NewIssue due(int milestoneNumber) {
        return new NewIssue(title, body, labels, assignees, OptionalInt.of(milestoneNumber));
    }
}
