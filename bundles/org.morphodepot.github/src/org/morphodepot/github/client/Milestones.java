package org.morphodepot.github.client;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Milestone;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.internal.Api;
import org.morphodepot.github.internal.Once;
import org.morphodepot.github.internal.Route;
import org.morphodepot.github.internal.json.IssueJson;

/** Milestones of one repository; titles are unique. */
public final class Milestones {

    private final Api api;
    private final RepoName repo;

    Milestones(Api api, RepoName repo) {
        this.api = api;
        this.repo = repo;
    }

    /** Open and closed. */
    public List<Milestone> list() throws GitHubException {
        return api.list(Route.in(repo, "milestones").with("state", "all"), IssueJson::milestone);
    }

    /** The milestone of that title, made when there is none. */
    public Milestone ensure(String title, String description, Optional<Instant> due) throws GitHubException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", title);
        body.put("description", description);
        due.ifPresent(time -> body.put("due_on", text(time)));
        return Once.make(() -> list().stream().filter(milestone -> milestone.title().equals(title)).findFirst(),
                () -> IssueJson.milestone(api.change("POST", Route.in(repo, "milestones"), body)));
    }

    /** Moves the deadline; the server keeps the day only. */
    public Milestone move(int number, Instant due) throws GitHubException {
        return edit(number, Map.of("due_on", text(due)));
    }

    public Milestone close(int number) throws GitHubException {
        return edit(number, Map.of("state", "closed"));
    }

    private Milestone edit(int number, Map<String, String> changes) throws GitHubException {
        return IssueJson.milestone(api.change("PATCH", Route.in(repo, "milestones", number), changes));
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
