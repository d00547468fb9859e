package org.morphodepot.forge.internal.hub;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.morphodepot.forge.internal.git.GitView;
import org.morphodepot.forge.internal.git.Merging;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Pull;
import org.morphodepot.forge.internal.state.Repo;

/** Pull requests: opened, kept up with their branches, drafts and ready. Merging is {@link Merges}. */
public final class Pulls {

    private final Hub hub;
    private final Issues issues;

    public Pulls(Hub hub, Issues issues) {
        this.hub = hub;
        this.issues = issues;
    }

    /** What is to be opened: {@code head} is {@code branch} or {@code owner:branch}. */
    public record Wish(String title, String body, String head, String headRepo, String base, boolean draft,
            boolean maintainersMayPush) {
    }

    public Issue open(Repo repo, String author, Wish wish) throws IOException {
        if (wish.title() == null || wish.title().isBlank()) {
            throw Problem.invalid("PullRequest", "title", "missing_field");
        }
        String branch = wish.head().substring(wish.head().indexOf(':') + 1);
        Repo from = headRepo(repo, wish);
        if (!hub.rights(from, author).mayPush() && !hub.rights(repo, author).mayPush()) {
            throw Problem.forbidden("Resource not accessible: you need write access to the head branch");
        }
        Pull pull = pull(repo, from, branch, wish);
        refuseSecond(repo, from, pull);
        return hub.change(change -> {
            Issue issue = issues.fresh(repo, author, wish.title(), wish.body());
            issue.pull = pull;
            change.put(issue);
            syncRefs(repo, issue);
            return issue;
        });
    }

    private Repo headRepo(Repo repo, Wish wish) {
        int colon = wish.head().indexOf(':');
        String owner = colon < 0 ? repo.owner : wish.head().substring(0, colon);
        return hub.store().list(Repo.class, other -> other.network == repo.network && other.owner.equalsIgnoreCase(owner)
                && (wish.headRepo() == null || other.name.equalsIgnoreCase(wish.headRepo()))).stream()
                .min((a, b) -> Boolean.compare(b.id == repo.id, a.id == repo.id))
                .orElseThrow(() -> Problem.invalid("PullRequest", "head", "invalid"));
    }

    private Pull pull(Repo repo, Repo from, String branch, Wish wish) throws IOException {
        try (GitView base = hub.open(repo); GitView head = hub.open(from)) {
            ObjectId baseId = base.branch(wish.base()).orElseThrow(() -> Problem.invalid("PullRequest", "base", "invalid"));
            ObjectId headId = head.branch(branch).orElseThrow(() -> Problem.invalid("PullRequest", "head", "invalid"));
            if (base.between(baseId, headId).isEmpty()) {
                throw Problem.invalidBecause("PullRequest", "No commits between " + (from.id == repo.id ? "" : repo.owner + ":")
                        + wish.base() + " and " + (from.id == repo.id ? "" : from.owner + ":") + branch);
            }
            Pull pull = new Pull();
            pull.headRepo = from.id;
            pull.headOwner = from.owner;
            pull.headBranch = branch;
            pull.headSha = headId.name();
            pull.baseBranch = wish.base();
            pull.baseSha = baseId.name();
            pull.draft = wish.draft();
            pull.maintainerCanModify = wish.maintainersMayPush() && from.id != repo.id;
            pull.moved = hub.instant().toString();
            return pull;
        }
    }

    private void refuseSecond(Repo repo, Repo from, Pull wanted) {
        for (Issue other : hub.issues(repo)) {
            if (other.pull != null && other.isOpen() && other.pull.headRepo == from.id
                    && other.pull.headBranch.equals(wanted.headBranch) && other.pull.baseBranch.equals(wanted.baseBranch)) {
                throw Problem.invalidBecause("PullRequest",
                        "A pull request already exists for " + from.owner + ":" + wanted.headBranch + ".");
            }
        }
    }

    /** Follows a push to a branch: the pull requests from it and those to it. */
    public void branchMoved(Repo repo) throws IOException {
        for (Issue issue : hub.store().list(Issue.class, one -> one.pull != null && one.isOpen()
                && (one.pull.headRepo == repo.id || one.repo == repo.id))) {
            follow(issue);
        }
    }

    private void follow(Issue issue) throws IOException {
        Repo repo = hub.repo(issue.repo).orElseThrow();
        Optional<Repo> from = hub.repo(issue.pull.headRepo);
        String head = from.isPresent() ? branch(from.get(), issue.pull.headBranch, issue.pull.headSha) : issue.pull.headSha;
        String base = branch(repo, issue.pull.baseBranch, issue.pull.baseSha);
        if (head.equals(issue.pull.headSha) && base.equals(issue.pull.baseSha)) {
            return;
        }
        boolean pushed = !head.equals(issue.pull.headSha);
        Issue moved = hub.update(issue, row -> {
            row.pull.headSha = head;
            row.pull.baseSha = base;
            row.pull.moved = hub.instant().toString();
            row.updated = pushed ? hub.now() : row.updated;
        });
        syncRefs(repo, moved);
    }

    private String branch(Repo repo, String branch, String otherwise) throws IOException {
        try (GitView view = hub.open(repo)) {
            return view.branch(branch).map(ObjectId::name).orElse(otherwise);
        }
    }

    /** Sets {@code refs/pull/N/head} and, when it can be merged, {@code refs/pull/N/merge}. */
    private void syncRefs(Repo repo, Issue issue) throws IOException {
        try (GitView view = hub.open(repo)) {
            ObjectId head = ObjectId.fromString(issue.pull.headSha);
            ObjectId base = ObjectId.fromString(issue.pull.baseSha);
            Merging.set(view.repository(), "refs/pull/" + issue.number + "/head", head);
            Optional<ObjectId> tree = Merging.tree(view.repository(), base, head);
            if (tree.isPresent()) {
                var by = Merging.person("GitHub", "noreply@github.localhost", hub.instant());
                Merging.set(view.repository(), "refs/pull/" + issue.number + "/merge",
                        Merging.commit(view.repository(), tree.get(), List.of(base, head),
                                "Merge " + head.name() + " into " + base.name(), by, by));
            }
        }
    }

    /** Whether it can be merged; empty while GitHub has not thought about it yet, or when it is closed. */
    public Optional<Boolean> mergeable(Issue issue) throws IOException {
        boolean known = hub.isPast(Instant.parse(issue.pull.moved).plus(hub.knobs().mergeabilityDelay()).toString());
        if (!known || issue.pull.merged != null || !issue.isOpen()) {
            return Optional.empty();
        }
        try (GitView view = hub.open(hub.repo(issue.repo).orElseThrow())) {
            return Optional.of(Merging.tree(view.repository(), ObjectId.fromString(issue.pull.baseSha),
                    ObjectId.fromString(issue.pull.headSha)).isPresent());
        }
    }

    public Issue setDraft(Repo repo, Issue issue, boolean draft, String login) throws IOException {
        if (!hub.rights(repo, login).mayPush() && !issue.author.equalsIgnoreCase(login)) {
            throw Problem.forbidden(login + " does not have the correct permissions to execute `"
                    + (draft ? "ConvertPullRequestToDraft" : "MarkPullRequestReadyForReview") + "`");
        }
        if (!issue.isOpen()) {
            throw new Problem(422, "Pull request is closed");
        }
        return hub.update(issue, row -> {
            row.pull.draft = draft;
            row.updated = hub.now();
        });
    }

    public List<RevCommit> commits(Issue issue) throws IOException {
        try (GitView view = hub.open(hub.repo(issue.repo).orElseThrow())) {
            return view.between(base(issue), ObjectId.fromString(issue.pull.headSha));
        }
    }

    /** What it changes, as text. */
    public byte[] patch(Issue issue) throws IOException {
        try (GitView view = hub.open(hub.repo(issue.repo).orElseThrow())) {
            ObjectId head = ObjectId.fromString(issue.pull.headSha);
            return view.patch(view.mergeBase(base(issue), head).map(RevCommit::getId).orElse(base(issue)), head);
        }
    }

    public List<GitView.Difference> files(Issue issue) throws IOException {
        try (GitView view = hub.open(hub.repo(issue.repo).orElseThrow())) {
            ObjectId head = ObjectId.fromString(issue.pull.headSha);
            ObjectId base = base(issue);
            return view.differences(view.mergeBase(base, head).map(RevCommit::getId).orElse(null), head);
        }
    }

    /** Where the base was when it was merged, else where it is. */
    private static ObjectId base(Issue issue) {
        return ObjectId.fromString(issue.pull.baseSha);
    }
}
