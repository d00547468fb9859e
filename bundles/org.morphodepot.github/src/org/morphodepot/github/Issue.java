package org.morphodepot.github;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An issue: a task. Lists of issues of a forge also hold pull requests; these have {@link #isPullRequest}.
 *
 * @param repo where it is
 * @param body Markdown, empty when there is none
 * @param stateReason {@code completed}, {@code not_planned}, {@code reopened} or empty
 * @param topics of the repository, when the list told them
 * @param merged when the pull request was merged; empty for issues
 */
public record Issue(RepoName repo, int number, String nodeId, String title, String body, boolean open, String stateReason,
        Person author, List<Person> assignees, List<Label> labels, Optional<Milestone> milestone, int comments,
        boolean isPullRequest, boolean draft, Instant created, Instant updated, Optional<Instant> closed, String url,
        List<String> topics, Optional<Instant> merged) {

    public Issue {
        assignees = List.copyOf(assignees);
        labels = List.copyOf(labels);
        topics = List.copyOf(topics);
    }

    public boolean hasLabel(String name) {
        return labels.stream().anyMatch(label -> label.name().equalsIgnoreCase(name));
    }

    public boolean isAssignedTo(String login) {
        return assignees.stream().anyMatch(person -> person.is(login));
    }
}
