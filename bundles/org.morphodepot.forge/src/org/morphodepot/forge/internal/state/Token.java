package org.morphodepot.forge.internal.state;

/** A token and whose it is. It opens nothing but this practice forge. */
public final class Token extends Row {

    public String token;
    public String login;
    public String scopes;
    public String created;

    @Override
    public String key() {
        return token;
    }
}
