package org.morphodepot.github;

import java.util.LinkedHashMap;
import java.util.Map;

/** What to change of a repository; everything else stays. */
public final class RepositoryEdit {

    private final Map<String, Object> changes;

    private RepositoryEdit(Map<String, Object> changes) {
        this.changes = changes;
    }

    public static RepositoryEdit nothing() {
        return new RepositoryEdit(Map.of());
    }

    public RepositoryEdit description(String text) {
        return with("description", text);
    }

    public RepositoryEdit isPrivate(boolean hidden) {
        return with("private", hidden);
    }

    public RepositoryEdit issues(boolean wanted) {
        return with("has_issues", wanted);
    }

    public RepositoryEdit wiki(boolean wanted) {
        return with("has_wiki", wanted);
    }

    public RepositoryEdit projects(boolean wanted) {
        return with("has_projects", wanted);
    }

    public RepositoryEdit defaultBranch(String branch) {
        return with("default_branch", branch);
    }

    public RepositoryEdit archived(boolean closed) {
        return with("archived", closed);
    }

    public Map<String, Object> changes() {
        return changes;
    }

    private RepositoryEdit with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(changes);
        more.put(field, value);
        return new RepositoryEdit(more);
    }
}
