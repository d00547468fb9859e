package org.morphodepot.forge;

/**
 * Somebody on the practice forge and the token to be that person. The token opens nothing but this forge.
 *
 * @param role {@code director}, {@code segmenter} or {@code outsider}
 */
public record Account(String login, String role, String token) {

    @Override
    public String toString() {
        return login + " (" + role + ")";
    }
}
