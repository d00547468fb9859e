package org.morphodepot.github;

import java.time.Instant;
import java.util.Optional;

/** An invitation to work in a repository; {@code repo} is empty when the repository is gone. */
public record Invitation(long id, Optional<RepoName> repo, Person inviter, Person invitee, Optional<Permission> permission,
        Instant created, boolean expired) {
}
