package org.morphodepot.forge.internal.state;

import java.util.Locale;

/** Somebody with an account. */
public final class Person extends Row {

    public long id;
    public String login;
    public String name;
    public String email;
    public String role;
    public String created;

    @Override
    public String key() {
        return login.toLowerCase(Locale.ROOT);
    }
}
