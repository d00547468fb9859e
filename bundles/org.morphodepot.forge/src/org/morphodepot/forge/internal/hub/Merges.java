package org.morphodepot.forge.internal.hub;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.morphodepot.forge.internal.git.GitView;
import org.morphodepot.forge.internal.git.Merging;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Repo;

/** Merging a pull request, and closing what it fixes. */
public final class Merges {

    private final Hub hub;
    private final Issues issues;
    private final Pulls pulls;
    private final Repositories repositories;

    public Merges(Hub hub, Issues issues, Pulls pulls, Repositories repositories) {
        this.hub = hub;
        this.issues = issues;
        this.pulls = pulls;
        this.repositories = repositories;
    }

    /** How to merge; title, message and expected head may be null. */
    public record Wish(String method, String title, String message, String head) {
    }

    /** Merges; gives the commit on the base branch. */
    public ObjectId merge(Repo repo, Issue issue, String login, Wish wish) throws IOException {
        refuse(repo, issue, login, wish);
        ObjectId commit;
        try (GitView view = hub.open(repo)) {
            ObjectId head = ObjectId.fromString(issue.pull.headSha);
            ObjectId base = view.branch(issue.pull.baseBranch).orElseThrow(() -> new Problem(405, "Base branch is gone"));
            ObjectId tree = Merging.tree(view.repository(), base, head)
                    .orElseThrow(() -> new Problem(405, "Pull Request is not mergeable"));
            commit = commit(view, repo, issue, login, wish, base, head, tree);
            note(issue, login, commit.name(), base.name());
            if (!Merging.move(view.repository(), "refs/heads/" + issue.pull.baseBranch, base, commit)) {
                throw new Problem(409, "Base branch was modified. Review and try the merge again.");
            }
        }
        closeFixed(repo, issue, login, wish);
        repositories.touch(repo);
        pulls.branchMoved(hub.repo(repo.id).orElseThrow());
        return commit;
    }

    private void refuse(Repo repo, Issue issue, String login, Wish wish) {
        hub.needPush(repo, login);
        if (issue.pull.merged != null || !issue.isOpen()) {
            throw new Problem(405, "Pull Request is not mergeable");
        }
        if (issue.pull.draft) {
            throw new Problem(405, "Pull Request is still a draft");
        }
        if (wish.head() != null && !wish.head().equals(issue.pull.headSha)) {
            throw new Problem(409, "Head branch was modified. Review and try the merge again.");
        }
        if (!List.of("merge", "squash").contains(wish.method())) {
            throw new Problem(405, "Rebase merges are not allowed on this repository.");
        }
    }

    private ObjectId commit(GitView view, Repo repo, Issue issue, String login, Wish wish, ObjectId base, ObjectId head,
            ObjectId tree) throws IOException {
        PersonIdent web = Merging.person("GitHub", "noreply@github.localhost", hub.instant());
        if (wish.method().equals("squash")) {
            List<RevCommit> commits = view.between(base, head);
            boolean one = commits.size() == 1;
            String title = one ? commits.getFirst().getShortMessage() : issue.title;
            return Merging.commit(view.repository(), tree, List.of(base), message(wish, title + " (#" + issue.number + ")", one
                    ? "" : bullets(commits)), repositories.ident(issue.author), web);
        }
        String title = "Merge pull request #" + issue.number + " from " + issue.pull.headOwner + "/" + issue.pull.headBranch;
        return Merging.commit(view.repository(), tree, List.of(base, head), message(wish, title, issue.title),
                repositories.ident(login), web);
    }

    private static String bullets(List<RevCommit> commits) {
        StringBuilder text = new StringBuilder();
        commits.forEach(commit -> text.append("* ").append(commit.getFullMessage().strip()).append("\n\n"));
        return text.toString().strip();
    }

    private static String message(Wish wish, String title, String body) {
        String first = Optional.ofNullable(wish.title()).filter(given -> !given.isBlank()).orElse(title);
        String rest = Optional.ofNullable(wish.message()).orElse(body);
        return rest == null || rest.isBlank() ? first : first + "\n\n" + rest;
    }

    /** Written before the branch moves, in the same change: when the branch does not move, none of it is kept. */
    private void note(Issue issue, String login, String commit, String base) throws IOException {
        hub.update(issue, row -> {
            row.pull.merged = hub.now();
            row.pull.mergedBy = login;
            row.pull.mergeCommit = commit;
            row.pull.baseSha = base;
            row.state = "closed";
            row.closed = row.pull.merged;
            row.closedBy = login;
            row.updated = row.pull.merged;
        });
    }

    private void closeFixed(Repo repo, Issue issue, String login, Wish wish) throws IOException {
        if (!issue.pull.baseBranch.equals(repo.defaultBranch)) {
            return;
        }
        String text = issue.body + "\n" + wish.title() + "\n" + wish.message();
        for (Issue fixed : new Closing(hub).named(repo, text)) {
            issues.setState(fixed, "closed", "completed", login);
        }
    }

    /**
     * After a crash between the move of a branch and the note of it: what the base branch contains is merged. Run once when
     * the forge starts.
     */
    public void catchUp() throws IOException {
        for (Issue issue : hub.store().list(Issue.class, one -> one.pull != null && one.isOpen())) {
            Repo repo = hub.repo(issue.repo).orElseThrow();
            try (GitView view = hub.open(repo)) {
                Optional<ObjectId> base = view.branch(issue.pull.baseBranch);
                Optional<RevCommit> squashed = base.isEmpty() ? Optional.empty() : lost(view, issue, base.get());
                if (squashed.isPresent()) {
                    note(issue, repo.owner, squashed.get().name(), squashed.get().getParent(0).name());
                    closeFixed(repo, issue, repo.owner, new Wish("squash", "", squashed.get().getFullMessage(), null));
                }
            }
        }
        for (Repo repo : hub.store().all(Repo.class)) {
            pulls.branchMoved(repo);
        }
    }

    /** A commit by the forge on the base branch, newer than what the pull request knew, with its number in the title. */
    private static Optional<RevCommit> lost(GitView view, Issue issue, ObjectId base) throws IOException {
        if (issue.pull.draft || base.name().equals(issue.pull.baseSha)) {
            return Optional.empty();
        }
        String mark = "(#" + issue.number + ")";
        ObjectId head = ObjectId.fromString(issue.pull.headSha);
        for (RevCommit commit : view.between(ObjectId.fromString(issue.pull.baseSha), base)) {
            RevCommit whole = view.commit(commit);
            boolean byUs = whole.getCommitterIdent().getEmailAddress().equals("noreply@github.localhost");
            boolean squash = whole.getShortMessage().endsWith(mark);
            boolean merge = whole.getParentCount() == 2 && whole.getParent(1).equals(head);
            if (byUs && (squash || merge)) {
                return Optional.of(whole);
            }
        }
        return Optional.empty();
    }
}
