package org.morphodepot.forge.internal.state;

/** A comment on an issue or a pull request. */
public final class Comment extends Row {

    public long id;
    public long repo;
    public int issue;
    public String author;
    public String body;
    public String created;
    public String updated;

    @Override
    public String key() {
        return key(repo, issue, id);
    }
}
