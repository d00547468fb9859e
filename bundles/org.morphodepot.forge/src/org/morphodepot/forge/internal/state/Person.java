package org.morphodepot.forge.internal.state;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Somebody with an account, or an organisation. */
public final class Person extends Row {

    public long id;
    public String login;
    public String name;
    public String email;
    public String role;
    public String created;
    public boolean organisation;
    /** Who belongs to the organisation, and as what. */
    public Map<String, String> people = new TreeMap<>();
    /** What its members may do in all of its repositories. */
    public String basePermission = "read";

    @Override
    public String key() {
        return login.toLowerCase(Locale.ROOT);
    }
}
