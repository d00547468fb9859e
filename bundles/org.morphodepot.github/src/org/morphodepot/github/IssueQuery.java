package org.morphodepot.github;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which issues to list. Everything not said is left to the server: open ones, newest first. */
public final class IssueQuery {

    private final Map<String, String> parameters;

    private IssueQuery(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    public static IssueQuery open() {
        return new IssueQuery(Map.of("state", "open"));
    }

    public static IssueQuery closed() {
        return new IssueQuery(Map.of("state", "closed"));
    }

    public static IssueQuery all() {
        return new IssueQuery(Map.of("state", "all"));
    }

    public IssueQuery assignedTo(String login) {
        return with("assignee", login);
    }

    public IssueQuery createdBy(String login) {
        return with("creator", login);
    }

    public IssueQuery labelled(String label) {
        return with("labels", label);
    }

    public IssueQuery ofMilestone(int number) {
        return with("milestone", Integer.toString(number));
    }

    /** Only what was changed at that time or later. */
    public IssueQuery since(Instant time) {
        return with("since", time.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** What was changed last comes first: if its first page is as before, so is everything. */
    public IssueQuery latestChangesFirst() {
        return with("sort", "updated").with("direction", "desc");
    }

    public Map<String, String> parameters() {
        return parameters;
    }

    private IssueQuery with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new IssueQuery(more);
    }
}
