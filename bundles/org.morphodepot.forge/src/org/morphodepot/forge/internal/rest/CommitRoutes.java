package org.morphodepot.forge.internal.rest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.morphodepot.forge.internal.git.GitView;
import org.morphodepot.forge.internal.git.Merging;
import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Pages;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.http.Router;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.state.Repo;

/** Branches, references, commits and what differs between them. */
final class CommitRoutes extends Routes {

    private static final String HEADS = "refs/heads/";

    CommitRoutes(Desk desk) {
        super(desk);
    }

    void add(Router router) {
        router.on("GET " + REPO + "/branches", this::branches)
                .on("GET " + REPO + "/branches/{name*}", this::branch)
                .on("GET " + REPO + "/git/ref/{name*}", this::ref)
                .on("GET " + REPO + "/git/refs/{name*}", this::ref)
                .on("POST " + REPO + "/git/refs", this::createRef)
                .on("PATCH " + REPO + "/git/refs/{name*}", this::moveRef)
                .on("DELETE " + REPO + "/git/refs/{name*}", this::deleteRef)
                .on("GET " + REPO + "/git/trees/{name*}", this::tree)
                .on("GET " + REPO + "/git/blobs/{sha}", this::blob)
                .on("GET " + REPO + "/commits", this::commits)
                .on("GET " + REPO + "/commits/{name*}", this::commit)
                .on("GET " + REPO + "/compare/{name*}", this::compare);
    }

    private GitView open(Repo repo) throws IOException {
        if (!hub.isPast(repo.ready)) {
            throw new Problem(409, "Git Repository is empty.");
        }
        return hub.open(repo);
    }

    private Reply branches(Call call) throws IOException {
        Repo repo = repo(call);
        if (!hub.isPast(repo.ready)) {
            return Pages.of(call, List.<Ref>of(), ref -> Doc.with("name", ref.getName()));
        }
        try (GitView view = open(repo)) {
            List<Ref> all = view.branches();
            return Pages.of(call, all, ref -> Doc.with("name", ref.getName().substring(HEADS.length()))
                    .put("commit", Doc.with("sha", ref.getObjectId().name())
                            .put("url", call.links().repo(repo.fullName()) + "/commits/" + ref.getObjectId().name()))
                    .put("protected", false));
        }
    }

    private Reply branch(Call call) throws IOException {
        Repo repo = repo(call);
        String name = call.part("name");
        if (!hub.isPast(repo.ready)) {
            throw new Problem(404, "Branch not found");
        }
        try (GitView view = open(repo)) {
            ObjectId head = view.branch(name).orElseThrow(() -> new Problem(404, "Branch not found"));
            String url = call.links().repo(repo.fullName()) + "/branches/" + name;
            return Reply.ok(Doc.with("name", name).put("commit", showCommit(call).commit(repo, view.commit(head)))
                    .put("_links", Doc.with("self", url).put("html", call.links().page(repo.fullName()) + "/tree/" + name))
                    .put("protected", false).put("protection", Doc.with("enabled", false).put("required_status_checks",
                            Doc.with("enforcement_level", "off").put("contexts", List.of()).put("checks", List.of())))
                    .put("protection_url", url + "/protection"));
        }
    }

    private Doc refDoc(Call call, Repo repo, String ref, String sha) {
        String url = call.links().repo(repo.fullName());
        return Doc.with("ref", ref).put("node_id", "REF_" + sha).put("url", url + "/git/" + ref)
                .put("object", Doc.with("sha", sha).put("type", "commit").put("url", url + "/git/commits/" + sha));
    }

    private Reply ref(Call call) throws IOException {
        Repo repo = repo(call);
        try (GitView view = open(repo)) {
            String ref = "refs/" + call.part("name");
            return Reply.ok(refDoc(call, repo, ref, view.ref(ref).orElseThrow(Problem::notFound).name()));
        }
    }

    private Reply createRef(Call call) throws IOException {
        Repo repo = pushable(call);
        String ref = call.text("ref").filter(name -> name.startsWith("refs/heads/") || name.startsWith("refs/tags/"))
                .orElseThrow(() -> new Problem(422, "Reference name must start with 'refs/' and contain two slashes."));
        try (GitView view = open(repo)) {
            ObjectId to = target(call, view);
            if (view.ref(ref).isPresent()) {
                throw new Problem(422, "Reference already exists");
            }
            Merging.set(view.repository(), ref, to);
            desk.pulls().branchMoved(repo);
            return Reply.created(refDoc(call, repo, ref, to.name()));
        }
    }

    private static ObjectId target(Call call, GitView view) throws IOException {
        String sha = call.text("sha").orElse("");
        return Optional.of(sha).filter(ObjectId::isId).isPresent() && view.find(sha).isPresent() ? ObjectId.fromString(sha)
                : notAnObject();
    }

    private static ObjectId notAnObject() {
        throw new Problem(422, "Object does not exist");
    }

    private Reply moveRef(Call call) throws IOException {
        Repo repo = pushable(call);
        String ref = "refs/" + call.part("name");
        try (GitView view = open(repo)) {
            ObjectId old = view.ref(ref).orElseThrow(() -> new Problem(422, "Reference does not exist"));
            ObjectId to = target(call, view);
            if (!call.truth("force").orElse(false) && !view.contains(to, old)) {
                throw new Problem(422, "Update is not a fast forward");
            }
            Merging.set(view.repository(), ref, to);
            desk.pulls().branchMoved(repo);
            return Reply.ok(refDoc(call, repo, ref, to.name()));
        }
    }

    private Reply deleteRef(Call call) throws IOException {
        Repo repo = pushable(call);
        String ref = "refs/" + call.part("name");
        try (GitView view = open(repo)) {
            if (view.ref(ref).isEmpty() || ref.equals(HEADS + repo.defaultBranch)) {
                throw new Problem(422, "Reference does not exist");
            }
            var update = view.repository().updateRef(ref);
            update.setForceUpdate(true);
            update.delete();
            return Reply.nothing();
        }
    }

    private Reply tree(Call call) throws IOException {
        Repo repo = repo(call);
        try (GitView view = open(repo)) {
            ObjectId found = view.find(call.part("name")).orElseThrow(Problem::notFound);
            String tree = view.repository().resolve(found.name() + "^{tree}").name();
            String url = call.links().repo(repo.fullName()) + "/git/";
            List<Doc> entries = new ArrayList<>();
            for (GitView.Entry entry : view.list(tree, call.query("recursive").isPresent())) {
                String kind = entry.folder() ? "tree" : "blob";
                Doc doc = Doc.with("path", entry.path()).put("mode", entry.folder() ? "040000" : "100644").put("type", kind)
                        .put("sha", entry.id()).put("url", url + kind + "s/" + entry.id());
                entries.add(entry.folder() ? doc : doc.put("size", entry.size()));
            }
            return Reply.ok(Doc.with("sha", tree).put("url", url + "trees/" + tree).put("tree", entries)
                    .put("truncated", false));
        }
    }

    private Reply blob(Call call) throws IOException {
        Repo repo = repo(call);
        String sha = call.part("sha");
        try (GitView view = open(repo)) {
            if (!ObjectId.isId(sha) || view.find(sha).isEmpty()) {
                throw Problem.notFound();
            }
            byte[] bytes = view.bytes(sha);
            return Reply.ok(Doc.with("sha", sha).put("node_id", "B_" + sha).put("size", bytes.length)
                    .put("url", call.links().repo(repo.fullName()) + "/git/blobs/" + sha)
                    .put("content", Base64.getMimeEncoder().encodeToString(bytes)).put("encoding", "base64"));
        }
    }

    private Reply commits(Call call) throws IOException {
        Repo repo = repo(call);
        try (GitView view = open(repo)) {
            Optional<ObjectId> head = view.find(call.query("sha").orElse(repo.defaultBranch));
            if (head.isEmpty()) {
                throw call.query("sha").isPresent() ? Problem.notFound() : new Problem(409, "Git Repository is empty.");
            }
            String path = call.query("path").orElse("");
            List<RevCommit> found = new ArrayList<>();
            for (RevCommit commit : view.log(head.get(), 1000)) {
                if (path.isEmpty() || touches(view, commit, path)) {
                    found.add(commit);
                }
            }
            return Pages.of(call, found, commit -> showCommit(call).commit(repo, commit));
        }
    }

    private static boolean touches(GitView view, RevCommit commit, String path) throws IOException {
        return view.differences(commit.getParentCount() == 0 ? null : commit.getParent(0), commit).stream()
                .anyMatch(file -> file.path().equals(path) || file.path().startsWith(path + "/"));
    }

    private Reply commit(Call call) throws IOException {
        Repo repo = repo(call);
        try (GitView view = open(repo)) {
            ObjectId id = view.find(call.part("name"))
                    .orElseThrow(() -> new Problem(422, "No commit found for SHA: " + call.part("name")));
            RevCommit commit = view.commit(id);
            List<GitView.Difference> files = view.differences(commit.getParentCount() == 0 ? null : commit.getParent(0), commit);
            return Reply.ok(showCommit(call).commit(repo, commit).put("stats", stats(files)).put("files", files.stream()
                    .map(file -> showCommit(call).file(repo, file, commit.name())).toList()));
        }
    }

    private static Doc stats(List<GitView.Difference> files) {
        int added = files.stream().mapToInt(GitView.Difference::additions).sum();
        int removed = files.stream().mapToInt(GitView.Difference::deletions).sum();
        return Doc.with("total", added + removed).put("additions", added).put("deletions", removed);
    }

    /** {@code main...issue-1}, or with people of the same network, {@code anna:main...ben:issue-1}. */
    private Reply compare(Call call) throws IOException {
        Repo repo = repo(call);
        String[] sides = call.part("name").split("\\.\\.\\.?", 2);
        if (sides.length != 2) {
            throw Problem.notFound();
        }
        try (GitView view = open(repo)) {
            ObjectId base = side(repo, view, sides[0]);
            ObjectId head = side(repo, view, sides[1]);
            RevCommit from = view.mergeBase(base, head).orElseThrow(() -> new Problem(404, "No common ancestor between "
                    + sides[0] + " and " + sides[1] + "."));
            List<RevCommit> ahead = view.between(base, head);
            int behind = view.between(head, base).size();
            String url = call.links().repo(repo.fullName()) + "/compare/" + call.part("name");
            String page = call.links().page(repo.fullName()) + "/compare/" + call.part("name");
            String status = ahead.isEmpty() ? behind == 0 ? "identical" : "behind" : behind == 0 ? "ahead" : "diverged";
            return Reply.ok(Doc.with("url", url).put("html_url", page).put("permalink_url", page)
                    .put("diff_url", page + ".diff").put("patch_url", page + ".patch")
                    .put("base_commit", showCommit(call).commit(repo, view.commit(base)))
                    .put("merge_base_commit", showCommit(call).commit(repo, view.commit(from))).put("status", status)
                    .put("ahead_by", ahead.size()).put("behind_by", behind).put("total_commits", ahead.size())
                    .put("commits", ahead.stream().map(commit -> showCommit(call).commit(repo, commit)).toList())
                    .put("files", view.differences(from, head).stream()
                            .map(file -> showCommit(call).file(repo, file, head.name())).toList()));
        }
    }

    private ObjectId side(Repo repo, GitView view, String name) throws IOException {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return view.find(name).orElseThrow(Problem::notFound);
        }
        Repo other = desk.repositories().forkOf(repo, name.substring(0, colon)).orElseThrow(Problem::notFound);
        try (GitView fork = open(other)) {
            return fork.find(name.substring(name.lastIndexOf(':') + 1)).orElseThrow(Problem::notFound);
        }
    }
}
