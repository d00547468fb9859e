package org.morphodepot.github;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A repository: a depot when it has the topic.
 *
 * @param parent of a fork, when the server tells it: lists do not
 * @param permission of the person who asks, when the server tells it
 * @param sizeKilobytes of git, as the server counts it
 */
public record Repository(RepoName name, long id, String nodeId, String description, boolean isPrivate, boolean isFork,
        Optional<RepoName> parent, String defaultBranch, List<String> topics, Optional<Permission> permission,
        boolean archived, boolean hasIssues, int openIssues, long sizeKilobytes, Optional<Instant> pushed,
        Optional<Instant> updated, String cloneUrl, String url) {

    public Repository {
        topics = List.copyOf(topics);
    }

    public boolean hasTopic(String topic) {
        return topics.contains(topic);
    }

    public boolean allows(Permission wanted) {
        return permission.isPresent() && permission.get().compareTo(wanted) >= 0;
    }
}
