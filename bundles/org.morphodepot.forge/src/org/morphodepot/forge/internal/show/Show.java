package org.morphodepot.forge.internal.show;

import java.util.List;
import java.util.Optional;

import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Links;
import org.morphodepot.forge.internal.hub.Hub;
import org.morphodepot.forge.internal.hub.Issues;
import org.morphodepot.forge.internal.hub.Organisations;
import org.morphodepot.forge.internal.hub.Rights;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Label;
import org.morphodepot.forge.internal.state.Milestone;
import org.morphodepot.forge.internal.state.Person;
import org.morphodepot.forge.internal.state.Repo;

/** People, repositories, labels and milestones as documents, for one who asks ({@code login}, null for nobody). */
public final class Show {

    private final Hub hub;
    private final Links links;
    private final String login;

    public Show(Hub hub, Links links, String login) {
        this.hub = hub;
        this.links = links;
        this.login = login;
    }

    public Hub hub() {
        return hub;
    }

    public Links links() {
        return links;
    }

    /** Null for somebody who is gone. */
    public Doc person(String name) {
        return hub.person(name).map(this::person).orElse(null);
    }

    public Doc person(Person person) {
        String url = links.api() + "/users/" + person.login;
        Doc doc = Doc.with("login", person.login).put("id", person.id).put("node_id", nodeId(person))
                .put("avatar_url", links.web() + "/avatars/u/" + person.id).put("gravatar_id", "").put("url", url)
                .put("html_url", links.web() + "/" + person.login)
                .put("type", person.organisation ? "Organization" : "User").put("user_view_type", "public")
                .put("site_admin", false);
        for (String list : List.of("followers", "subscriptions", "organizations", "repos", "received_events")) {
            doc.put(list + "_url", url + "/" + (list.equals("organizations") ? "orgs" : list));
        }
        return doc.put("following_url", url + "/following{/other_user}").put("gists_url", url + "/gists{/gist_id}")
                .put("starred_url", url + "/starred{/owner}{/repo}").put("events_url", url + "/events{/privacy}");
    }

    private static String nodeId(Person person) {
        return Ids.of(person.organisation ? Ids.ORGANISATION : Ids.USER, person.id);
    }

    /** The longer form of an organisation. */
    public Doc organisation(Person person) {
        String url = links.api() + "/orgs/" + person.login;
        Doc doc = Doc.with("login", person.login).put("id", person.id).put("node_id", nodeId(person)).put("url", url)
                .put("avatar_url", links.web() + "/avatars/u/" + person.id).put("description", null).put("name", person.name)
                .put("html_url", links.web() + "/" + person.login).put("type", "Organization")
                .put("members_url", url + "/members{/member}").put("public_members_url", url + "/public_members{/member}");
        for (String list : List.of("repos", "events", "hooks", "issues")) {
            doc.put(list + "_url", url + "/" + list);
        }
        return doc.put("has_organization_projects", false).put("has_repository_projects", false)
                .put("public_repos", publicRepos(person)).put("public_gists", 0).put("followers", 0).put("following", 0)
                .put("created_at", person.created).put("updated_at", person.created).put("archived_at", null);
    }

    private long publicRepos(Person person) {
        return hub.store().list(Repo.class, repo -> repo.owner.equalsIgnoreCase(person.login) && !repo.isPrivate).size();
    }

    /** The longer form of a person. */
    public Doc account(Person person) {
        Doc doc = person(person).put("name", person.name).put("company", null).put("blog", "").put("location", null)
                .put("email", person.email).put("hireable", null).put("bio", null).put("twitter_username", null);
        return doc.put("public_repos", publicRepos(person)).put("public_gists", 0).put("followers", 0).put("following", 0)
                .put("created_at", person.created).put("updated_at", person.created);
    }

    /** A repository as lists show it. */
    public Doc repo(Repo repo) {
        String url = links.repo(repo.fullName());
        String page = links.page(repo.fullName());
        Doc doc = Doc.with("id", repo.id).put("node_id", Ids.of(Ids.REPO, repo.id)).put("name", repo.name)
                .put("full_name", repo.fullName()).put("private", repo.isPrivate).put("owner", person(repo.owner))
                .put("html_url", page).put("description", repo.description).put("fork", repo.isFork()).put("url", url);
        RepoUrls.add(doc, url);
        long open = hub.issues(repo).stream().filter(Issue::isOpen).count();
        return doc.put("git_url", "git" + page.substring(page.indexOf(':')) + ".git").put("ssh_url", page + ".git")
                .put("clone_url", page + ".git").put("svn_url", page).put("mirror_url", null).put("homepage", repo.homepage)
                .put("language", null).put("license", null).put("size", 0).put("stargazers_count", 0).put("watchers_count", 0)
                .put("watchers", 0).put("forks_count", hub.forks(repo).size()).put("forks", hub.forks(repo).size())
                .put("open_issues_count", open).put("open_issues", open).put("default_branch", repo.defaultBranch)
                .put("is_template", false).put("topics", repo.topics).put("has_issues", repo.hasIssues)
                .put("has_projects", repo.hasProjects).put("has_wiki", repo.hasWiki).put("has_pages", false)
                .put("has_downloads", true).put("has_discussions", repo.hasDiscussions).put("archived", repo.archived)
                .put("disabled", false).put("visibility", repo.isPrivate ? "private" : "public")
                .put("web_commit_signoff_required", false).put("allow_forking", true).put("pushed_at", repo.pushed)
                .put("created_at", repo.created).put("updated_at", repo.updated).put("permissions", permissions(repo));
    }

    /** A repository by itself: with its parent, its source and what may be done. */
    public Doc wholeRepo(Repo repo) {
        Doc doc = repo(repo).put("allow_rebase_merge", false).put("allow_squash_merge", true).put("allow_merge_commit", true)
                .put("allow_auto_merge", false).put("delete_branch_on_merge", false).put("allow_update_branch", false)
                .put("use_squash_pr_title_as_default", false).put("squash_merge_commit_title", "COMMIT_OR_PR_TITLE")
                .put("squash_merge_commit_message", "COMMIT_MESSAGES").put("merge_commit_title", "MERGE_MESSAGE")
                .put("merge_commit_message", "PR_TITLE").put("temp_clone_token", null).put("subscribers_count",
                        repo.subscribers.size()).put("network_count", hub.forks(repo).size());
        hub.person(repo.owner).filter(owner -> owner.organisation).ifPresent(owner -> doc.put("organization", person(owner)));
        hub.repo(repo.parent).ifPresent(parent -> doc.put("parent", repo(parent)));
        hub.repo(repo.source).ifPresent(source -> doc.put("source", repo(source)));
        return doc;
    }

    private Doc permissions(Repo repo) {
        Rights rights = hub.rights(repo, login);
        return Doc.with("admin", rights.mayAdminister()).put("maintain", rights.mayMaintain()).put("push", rights.mayPush())
                .put("triage", rights.mayTriage()).put("pull", rights.mayRead());
    }

    public Doc label(Repo repo, Label label) {
        return Doc.with("id", label.id()).put("node_id", Ids.of(Ids.LABEL, label.id()))
                .put("url", links.repo(repo.fullName()) + "/labels/" + label.name().replace(" ", "%20")).put("name", label.name())
                .put("color", label.color()).put("default", false).put("description", label.description());
    }

    public List<Doc> labels(Repo repo, Issue issue) {
        return issue.labels.stream().map(name -> Issues.label(repo, name))
                .flatMap(Optional::stream).map(label -> label(repo, label)).toList();
    }

    public Doc milestone(Repo repo, Milestone milestone) {
        List<Issue> all = hub.store().list(Issue.class, one -> one.repo == repo.id && one.milestone == milestone.number);
        long open = all.stream().filter(Issue::isOpen).count();
        String url = links.repo(repo.fullName()) + "/milestones/" + milestone.number;
        return Doc.with("url", url).put("html_url", links.page(repo.fullName()) + "/milestone/" + milestone.number)
                .put("labels_url", url + "/labels").put("id", milestone.id)
                .put("node_id", Ids.of(Ids.MILESTONE, milestone.id)).put("number", milestone.number)
                .put("title", milestone.title).put("description", milestone.description)
                .put("creator", person(milestone.creator)).put("open_issues", open).put("closed_issues", all.size() - open)
                .put("state", milestone.state).put("created_at", milestone.created).put("updated_at", milestone.updated)
                .put("due_on", milestone.dueOn).put("closed_at", milestone.closed);
    }

    /** How somebody stands to a repository. */
    public String association(Repo repo, String name) {
        if (repo.owner.equalsIgnoreCase(name)) {
            return "OWNER";
        }
        if (new Organisations(hub).role(repo.owner, name).isPresent()) {
            return "MEMBER";
        }
        return repo.collaborators.keySet().stream().anyMatch(one -> one.equalsIgnoreCase(name)) ? "COLLABORATOR" : "NONE";
    }
}
