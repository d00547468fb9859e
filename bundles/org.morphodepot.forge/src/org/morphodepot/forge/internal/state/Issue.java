package org.morphodepot.forge.internal.state;

import java.util.ArrayList;
import java.util.List;

/** An issue, or a pull request, which is an issue with a branch. */
public final class Issue extends Row {

    public long id;
    public long repo;
    public int number;
    public String title;
    public String body;
    public String author;
    public String state = "open";
    public String stateReason;
    public List<String> labels = new ArrayList<>();
    public List<String> assignees = new ArrayList<>();
    public int milestone;
    public boolean locked;
    public boolean pinned;
    public String created;
    public String updated;
    public String closed;
    public String closedBy;
    public Pull pull;

    public boolean isOpen() {
        return state.equals("open");
    }

    @Override
    public String key() {
        return key(repo, number);
    }
}
