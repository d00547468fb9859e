package org.morphodepot.forge.internal.state;

/** A file of a release; its bytes are in a file named by its id. */
public final class Asset extends Row {

    public long id;
    public long repo;
    public long release;
    public String name;
    public String label;
    public String contentType;
    public long size;
    public String digest;
    public String uploader;
    public String created;
    public int downloads;

    @Override
    public String key() {
        return key(repo, release, id);
    }
}
