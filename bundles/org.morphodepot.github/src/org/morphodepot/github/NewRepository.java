package org.morphodepot.github;

import java.util.Optional;

/**
 * A repository to create.
 *
 * @param organisation that will own it, or empty for the person who is signed in
 * @param withReadme whether the server makes a first commit
 */
public record NewRepository(String name, Optional<String> organisation, String description, boolean isPrivate,
        boolean withReadme) {

    public static NewRepository ownPrivate(String name, String description) {
        return new NewRepository(name, Optional.empty(), description, true, false);
    }
}
