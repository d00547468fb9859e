package org.morphodepot.forge.internal.state;

/** A comment on a file of a pull request. */
public final class ReviewComment extends Row {

    public long id;
    public long repo;
    public int pull;
    public long review;
    public long inReplyTo;
    public String author;
    public String body;
    public String path;
    public Integer line;
    public String side;
    public String commit;
    public String created;
    public String updated;

    @Override
    public String key() {
        return key(repo, pull, id);
    }
}
