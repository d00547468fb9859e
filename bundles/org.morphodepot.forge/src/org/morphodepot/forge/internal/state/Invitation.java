package org.morphodepot.forge.internal.state;

/** That somebody was asked to work on a repository. */
public final class Invitation extends Row {

    public long id;
    public long repo;
    public String invitee;
    public String inviter;
    public String permission;
    public String created;

    @Override
    public String key() {
        return key(repo, id);
    }
}
