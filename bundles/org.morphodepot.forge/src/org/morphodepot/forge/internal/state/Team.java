package org.morphodepot.forge.internal.state;

import java.util.ArrayList;
import java.util.List;

/** Members of an organisation who are given rights together. */
public final class Team extends Row {

    public long id;
    public String organisation;
    public String name;
    public String slug;
    public String description;
    public List<String> members = new ArrayList<>();

    @Override
    public String key() {
        return key(id);
    }
}
