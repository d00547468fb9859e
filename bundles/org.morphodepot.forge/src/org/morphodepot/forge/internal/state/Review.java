package org.morphodepot.forge.internal.state;

/** A review of a pull request. */
public final class Review extends Row {

    public long id;
    public long repo;
    public int pull;
    public String author;
    public String state;
    public String body;
    public String commit;
    public String submitted;

    @Override
    public String key() {
        return key(repo, pull, id);
    }
}
