package org.morphodepot.github.internal.json;

import java.util.Optional;

import org.morphodepot.github.Branch;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.GitHubException.Kind;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Repository;

/** Reads repositories and branches. */
public final class RepositoryJson {

    private RepositoryJson() {
    }

    public static Repository repository(Fields f) throws GitHubException {
        return new Repository(name(f), f.number("id"), f.text("node_id"), f.text("description"), f.flag("private", false),
                f.flag("fork", false), RepoName.parse(f.child("parent").text("full_name")), f.text("default_branch"),
                f.texts("topics"), PersonJson.permission(f), f.flag("archived", false), f.flag("has_issues", true),
                f.smallNumber("open_issues_count"), f.number("size"), f.findTime("pushed_at"), f.findTime("updated_at"),
                f.text("clone_url"), f.text("html_url"));
    }

    private static RepoName name(Fields f) throws GitHubException {
        Optional<RepoName> name = RepoName.parse(f.neededText("full_name"));
        if (name.isEmpty()) {
            throw GitHubException.of(Kind.MALFORMED, 0, "The server named a repository in a way that cannot be.");
        }
        return name.get();
    }

    public static Branch branch(Fields f) throws GitHubException {
        return new Branch(f.neededText("name"), f.child("commit").text("sha"), f.flag("protected", false));
    }
}
