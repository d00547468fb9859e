package org.morphodepot.github;

import java.util.Optional;

/** Somebody with rights in a repository; the permission is empty for roles this version does not know. */
public record Collaborator(Person person, Optional<Permission> permission) {
}
