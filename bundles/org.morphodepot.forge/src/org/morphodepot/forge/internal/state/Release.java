package org.morphodepot.forge.internal.state;

/** A release of a repository. */
public final class Release extends Row {

    public long id;
    public long repo;
    public String tag;
    public String target;
    public String name;
    public String body;
    public boolean draft;
    public boolean prerelease;
    public String author;
    public String created;
    public String published;

    @Override
    public String key() {
        return key(repo, id);
    }
}
