package org.morphodepot.work;

import org.morphodepot.git.Author;
import org.morphodepot.github.ForgeAddress;

/**
 * Somebody on one forge whose token is in the vault.
 *
 * @param name for commits; the login when the person told no name
 * @param email for commits; the forge's no-reply address when the person shows none
 */
public record Account(ForgeAddress forge, String login, String name, String email) {

    /** Who signs the commits. */
    public Author author() {
        return new Author(name, email);
    }

    /** Whether it is the same person on the same forge; names may differ. */
    public boolean isSame(Account other) {
        return forge.host().equals(other.forge.host()) && login.equalsIgnoreCase(other.login);
    }

    @Override
    public String toString() {
        return login + " at " + forge.host();
    }
}
