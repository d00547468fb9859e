package org.morphodepot.forge.internal.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A repository; its commits are in a folder named by its id. */
public final class Repo extends Row {

    public long id;
    public String owner;
    public String name;
    public String description;
    public String homepage;
    public boolean isPrivate;
    public long parent;
    public long source;
    public long network;
    public List<String> topics = new ArrayList<>();
    public String defaultBranch = "main";
    public boolean hasIssues = true;
    public boolean hasWiki = true;
    public boolean hasProjects = true;
    public boolean hasDiscussions;
    public boolean archived;
    public Map<String, String> collaborators = new TreeMap<>();
    /** Rights of teams, by slug. */
    public Map<String, String> teams = new TreeMap<>();
    public List<Label> labels = new ArrayList<>();
    public List<String> subscribers = new ArrayList<>();
    public int lastNumber;
    public String created;
    public String updated;
    public String pushed;
    /** Until then git and most questions do not find it. */
    public String ready;
    /** Until then a search does not find it. */
    public String searchable;

    /** Whether it was made from another repository. */
    public boolean isFork() {
        return parent != 0;
    }

    public String fullName() {
        return owner + "/" + name;
    }

    @Override
    public String key() {
        return key(id);
    }
}
