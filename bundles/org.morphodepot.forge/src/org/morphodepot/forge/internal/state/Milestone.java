package org.morphodepot.forge.internal.state;

/** A date to be ready by, with issues. */
public final class Milestone extends Row {

    public long id;
    public long repo;
    public int number;
    public String title;
    public String description;
    public String dueOn;
    public String state = "open";
    public String creator;
    public String created;
    public String updated;
    public String closed;

    @Override
    public String key() {
        return key(repo, number);
    }
}
