package org.morphodepot.github;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which pull requests to list. */
public final class PullQuery {

    private final Map<String, String> parameters;

    private PullQuery(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    public static PullQuery open() {
        return new PullQuery(Map.of("state", "open"));
    }

    public static PullQuery closed() {
        return new PullQuery(Map.of("state", "closed"));
    }

    public static PullQuery all() {
        return new PullQuery(Map.of("state", "all"));
    }

    /** Those that come from a branch of somebody's repository. */
    public PullQuery from(String owner, String branch) {
        return with("head", owner + ":" + branch);
    }

    public PullQuery into(String branch) {
        return with("base", branch);
    }

    public PullQuery latestChangesFirst() {
        return with("sort", "updated").with("direction", "desc");
    }

    public Map<String, String> parameters() {
        return parameters;
    }

    private PullQuery with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new PullQuery(more);
    }
}
