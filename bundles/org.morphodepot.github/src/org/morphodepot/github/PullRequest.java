package org.morphodepot.github;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A pull request: a contribution.
 *
 * @param head where it comes from
 * @param base branch it goes to
 * @param mergeable empty while the server is working it out, and in lists
 * @param closes numbers of the issues it closes, where the question asked for them
 * @param topics of the repository, where the question asked for them
 * @param opinions newest review of each person who approved or asked for changes, where the question asked for them
 */
public record PullRequest(RepoName repo, int number, String nodeId, String title, String body, boolean open, boolean draft,
        boolean merged, Person author, Head head, String base, Optional<Boolean> mergeable, List<Label> labels,
        List<Person> assignees, List<Person> requestedReviewers, List<Integer> closes, Instant created, Instant updated,
        Optional<Instant> mergedAt, String url, List<String> topics, List<Review> opinions) {

    public PullRequest {
        labels = List.copyOf(labels);
        assignees = List.copyOf(assignees);
        requestedReviewers = List.copyOf(requestedReviewers);
        closes = List.copyOf(closes);
        topics = List.copyOf(topics);
        opinions = List.copyOf(opinions);
    }

    /**
     * Whether it waits for its author: a reviewer asked for changes and it is a draft again, or nothing was pushed since. Known
     * where the question asked for opinions.
     */
    public boolean changesRequested() {
        return opinions.stream().anyMatch(one -> one.verdict() == Review.Verdict.CHANGES_REQUESTED
                && (draft || one.commit().equals(head.commit())));
    }

    /**
     * Where a pull request comes from.
     *
     * @param repo empty when the fork was deleted
     * @param owner login, {@code ghost} when deleted
     * @param commit its newest one
     */
    public record Head(Optional<RepoName> repo, String owner, String branch, String commit) {
    }
}
