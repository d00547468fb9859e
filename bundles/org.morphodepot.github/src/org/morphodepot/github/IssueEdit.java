package org.morphodepot.github;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What to change of an issue; everything else stays. Values are texts, whole numbers, lists of texts or null to remove. */
public final class IssueEdit {

    private final Map<String, Object> changes;

    private IssueEdit(Map<String, Object> changes) {
        this.changes = changes;
    }

    public static IssueEdit nothing() {
        return new IssueEdit(Map.of());
    }

    public IssueEdit title(String title) {
        return with("title", title);
    }

    public IssueEdit body(String body) {
        return with("body", body);
    }

    public IssueEdit close() {
        return with("state", "closed").with("state_reason", "completed");
    }

    public IssueEdit closeAsNotPlanned() {
        return with("state", "closed").with("state_reason", "not_planned");
    }

    public IssueEdit reopen() {
        return with("state", "open");
    }

    /** Replaces all labels. */
    public IssueEdit labels(List<String> names) {
        return with("labels", List.copyOf(names));
    }

    /** Replaces all assignees. */
    public IssueEdit assignees(List<String> logins) {
        return with("assignees", List.copyOf(logins));
    }

    public IssueEdit milestone(int number) {
        return with("milestone", number);
    }

    public IssueEdit noMilestone() {
        return with("milestone", null);
    }

    /** Field names of the REST interface with their new values. */
    public Map<String, Object> changes() {
        return changes;
    }

    private IssueEdit with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(changes);
        more.put(field, value);
        return new IssueEdit(more);
    }
}
