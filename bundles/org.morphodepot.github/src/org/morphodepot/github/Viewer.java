package org.morphodepot.github;

import java.util.Set;

/**
 * Who is signed in.
 *
 * @param email the public address, else empty
 * @param scopes granted to the token, empty for tokens that have permissions instead
 */
public record Viewer(Person person, String email, Set<String> scopes) {

    public Viewer {
        scopes = Set.copyOf(scopes);
    }

    public String login() {
        return person.login();
    }
}
