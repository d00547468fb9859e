package org.morphodepot.github.internal.json;

import java.util.Optional;

import org.morphodepot.github.Comment;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Issue;
import org.morphodepot.github.Label;
import org.morphodepot.github.Milestone;
import org.morphodepot.github.RepoName;

/** Reads issues and what belongs to them. */
public final class IssueJson {

    private IssueJson() {
    }

    /** An issue of a list that spans repositories. */
    public static Issue issue(Fields f) throws GitHubException {
        Optional<RepoName> repo = RepoName.parse(f.child("repository").text("full_name"))
                .or(() -> RepoName.inAddress(f.text("repository_url"))).or(() -> RepoName.inAddress(f.text("html_url")));
        return issue(repo.isPresent() ? repo.get() : RepoName.of(f.neededText("repository_url")), f);
    }

    /** An issue of a known repository. */
    public static Issue issue(RepoName repo, Fields f) throws GitHubException {
        return new Issue(repo, f.neededNumber("number"), f.text("node_id"), f.text("title"), f.text("body"),
                !f.text("state").equalsIgnoreCase("closed"), f.text("state_reason"), PersonJson.in(f, "user"),
                f.list("assignees", PersonJson::person), f.list("labels", IssueJson::label), findMilestone(f),
                f.smallNumber("comments"), f.has("pull_request"), f.flag("draft", false), f.time("created_at"),
                f.time("updated_at"), f.findTime("closed_at"), f.text("html_url"), f.child("repository").texts("topics"),
                f.child("pull_request").findTime("merged_at"));
    }

    public static Label label(Fields f) {
        return new Label(f.text("name"), f.text("color"), f.text("description"));
    }

    private static Optional<Milestone> findMilestone(Fields f) throws GitHubException {
        Optional<Fields> milestone = f.object("milestone").filter(m -> m.number("number") > 0);
        return milestone.isPresent() ? Optional.of(milestone(milestone.get())) : Optional.empty();
    }

    public static Milestone milestone(Fields f) throws GitHubException {
        return new Milestone(f.neededNumber("number"), f.text("title"), f.text("description"),
                !f.text("state").equalsIgnoreCase("closed"), f.findTime("due_on"), f.smallNumber("open_issues"),
                f.smallNumber("closed_issues"));
    }

    public static Comment comment(Fields f) {
        return new Comment(f.number("id"), f.text("node_id"), PersonJson.in(f, "user"), f.text("body"),
                f.time("created_at"), f.time("updated_at"), f.text("html_url"));
    }
}
