package org.morphodepot.forge.internal.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.morphodepot.forge.internal.git.GitView;
import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Links;
import org.morphodepot.forge.internal.hub.Repositories;
import org.morphodepot.forge.internal.state.Person;
import org.morphodepot.forge.internal.state.Repo;

/** Commits, files and folders as documents. */
public final class ShowCommit {

    private final Show show;
    private final Links links;

    public ShowCommit(Show show) {
        this.show = show;
        links = show.links();
    }

    public Doc commit(Repo repo, RevCommit commit) {
        String url = links.repo(repo.fullName()) + "/commits/" + commit.name();
        String git = links.repo(repo.fullName()) + "/git/commits/" + commit.name();
        String page = links.page(repo.fullName()) + "/commit/";
        List<Doc> parents = new ArrayList<>();
        for (RevCommit parent : commit.getParents()) {
            parents.add(Doc.with("sha", parent.name()).put("url", links.repo(repo.fullName()) + "/commits/" + parent.name())
                    .put("html_url", page + parent.name()));
        }
        Doc inner = Doc.with("author", ident(commit.getAuthorIdent())).put("committer", ident(commit.getCommitterIdent()))
                .put("message", commit.getFullMessage()).put("tree", tree(repo, commit)).put("url", git)
                .put("comment_count", 0).put("verification", Doc.with("verified", false).put("reason", "unsigned")
                        .put("signature", null).put("payload", null).put("verified_at", null));
        return Doc.with("sha", commit.name()).put("node_id", "C_" + commit.name()).put("commit", inner).put("url", url)
                .put("html_url", page + commit.name()).put("comments_url", url + "/comments")
                .put("author", account(commit.getAuthorIdent())).put("committer", account(commit.getCommitterIdent()))
                .put("parents", parents);
    }

    private Doc tree(Repo repo, RevCommit commit) {
        String sha = commit.getTree().name();
        return Doc.with("sha", sha).put("url", links.repo(repo.fullName()) + "/git/trees/" + sha);
    }

    private static Doc ident(PersonIdent who) {
        return Doc.with("name", who.getName()).put("email", who.getEmailAddress())
                .put("date", who.getWhenAsInstant().toString());
    }

    /** The account whose address is in the commit. */
    private Doc account(PersonIdent who) {
        return byAddress(who).map(show::person).orElse(null);
    }

    public Optional<Person> byAddress(PersonIdent who) {
        return show.hub().store().list(Person.class, person -> Repositories.email(person).equals(who.getEmailAddress())
                || (person.id + "+" + person.login + "@users.noreply.github.com").equals(who.getEmailAddress())).stream()
                .findFirst();
    }

    public Doc file(Repo repo, GitView.Difference file, String commit) {
        String path = file.path().replace(" ", "%20");
        return Doc.with("sha", file.blob()).put("filename", file.path()).put("status", file.status())
                .put("additions", file.additions()).put("deletions", file.deletions())
                .put("changes", file.additions() + file.deletions())
                .put("blob_url", links.page(repo.fullName()) + "/blob/" + commit + "/" + path)
                .put("raw_url", links.page(repo.fullName()) + "/raw/" + commit + "/" + path)
                .put("contents_url", links.repo(repo.fullName()) + "/contents/" + path + "?ref=" + commit);
    }

    /** A file or folder as the contents question lists it, without the bytes. */
    public Doc entry(Repo repo, GitView.Entry entry, String path, String ref) {
        String escaped = path.replace(" ", "%20");
        String url = links.repo(repo.fullName()) + "/contents/" + escaped + "?ref=" + ref;
        String kind = entry.folder() ? "tree" : "blob";
        String git = links.repo(repo.fullName()) + "/git/" + kind + "s/" + entry.id();
        String page = links.page(repo.fullName()) + "/" + kind + "/" + ref + "/" + escaped;
        String raw = entry.folder() ? null : links.page(repo.fullName()) + "/raw/" + ref + "/" + escaped;
        return Doc.with("name", path.substring(path.lastIndexOf('/') + 1)).put("path", path).put("sha", entry.id())
                .put("size", entry.size()).put("url", url).put("html_url", page).put("git_url", git).put("download_url", raw)
                .put("type", entry.folder() ? "dir" : "file")
                .put("_links", Doc.with("self", url).put("git", git).put("html", page));
    }
}
