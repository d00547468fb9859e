package org.morphodepot.forge.internal.rest;

import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jgit.lib.ObjectId;
import org.morphodepot.forge.internal.git.GitView;
import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.http.Router;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.state.Repo;

/** Files of a branch, read and written one by one without git. */
final class ContentRoutes extends Routes {

    private static final int LARGEST_JSON = 1024 * 1024;

    ContentRoutes(Desk desk) {
        super(desk);
    }

    void add(Router router) {
        router.on("GET " + REPO + "/contents", call -> get(call, ""))
                .on("GET " + REPO + "/contents/{path*}", call -> get(call, call.part("path")))
                .on("PUT " + REPO + "/contents/{path*}", this::put)
                .on("DELETE " + REPO + "/contents/{path*}", this::remove)
                .on("GET " + REPO + "/readme", call -> get(call, "README.md"));
    }

    private Reply get(Call call, String path) throws IOException {
        Repo repo = repo(call);
        String ref = call.query("ref").orElse(repo.defaultBranch);
        if (!hub.isPast(repo.ready)) {
            throw Problem.notFound();
        }
        try (GitView view = hub.open(repo)) {
            ObjectId commit = view.find(ref).orElseThrow(() -> new Problem(404, call.query("ref").isPresent()
                    ? "No commit found for the ref " + ref : "This repository is empty."));
            GitView.Entry entry = view.entry(commit, path.replaceAll("/+$", "")).orElseThrow(Problem::notFound);
            return entry.folder() ? folder(call, repo, view, entry, path, ref) : file(call, repo, view, entry, path, ref);
        }
    }

    private Reply folder(Call call, Repo repo, GitView view, GitView.Entry entry, String path, String ref)
            throws IOException {
        String prefix = path.isEmpty() ? "" : path.replaceAll("/+$", "") + "/";
        List<Doc> docs = view.list(entry.id()).stream()
                .map(one -> showCommit(call).entry(repo, one, prefix + one.path(), ref)).toList();
        return Reply.ok(docs);
    }

    private Reply file(Call call, Repo repo, GitView view, GitView.Entry entry, String path, String ref) throws IOException {
        if (call.header("Accept").orElse("").contains("raw")) {
            return Reply.bytes("application/vnd.github.raw+json; charset=utf-8", view.bytes(entry.id()));
        }
        boolean small = entry.size() <= LARGEST_JSON;
        String text = small ? Base64.getMimeEncoder(60, new byte[] { '\n' }).encodeToString(view.bytes(entry.id())) + "\n" : "";
        return Reply.ok(showCommit(call).entry(repo, entry, path, ref).put("content", text).put("encoding",
                small ? "base64" : "none"));
    }

    private Reply put(Call call) throws IOException {
        Repo repo = pushable(call);
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(call.text("content").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new Problem(422, "content is not valid Base64");
        }
        return write(call, repo, bytes);
    }

    private Reply remove(Call call) throws IOException {
        return write(call, pushable(call), null);
    }

    private Reply write(Call call, Repo repo, byte[] bytes) throws IOException {
        String path = call.part("path");
        String branch = call.text("branch").orElse(repo.defaultBranch);
        String message = call.text("message").orElseThrow(() -> Problem.invalid("Commit", "message", "missing_field"));
        boolean is;
        try (GitView view = hub.open(repo)) {
            Optional<ObjectId> head = view.branch(branch);
            Optional<GitView.Entry> old = head.isPresent() ? view.entry(head.get(), path) : Optional.empty();
            is = old.isPresent();
            checkSha(call, old);
        }
        Map<String, byte[]> files = new HashMap<>();
        files.put(path, bytes);
        ObjectId commit = desk.repositories().commit(repo, call.me(), branch, message, files);
        desk.repositories().touch(repo);
        desk.pulls().branchMoved(repo);
        try (GitView view = hub.open(repo)) {
            Doc content = bytes == null ? null
                    : showCommit(call).entry(repo, view.entry(commit, path).orElseThrow(), path, branch);
            return Reply.of(bytes == null || is ? 200 : 201, Doc.with("content", content)
                    .put("commit", showCommit(call).commit(repo, view.commit(commit))).json());
        }
    }

    /** A file that is there may only be replaced by one who knows what it is. */
    private static void checkSha(Call call, Optional<GitView.Entry> old) {
        Optional<String> sha = call.text("sha");
        if (old.isPresent() && sha.isEmpty()) {
            throw new Problem(422, "Invalid request.\n\n\"sha\" wasn't supplied.");
        }
        if (sha.isPresent() && old.map(entry -> !entry.id().equals(sha.get())).orElse(true)) {
            throw new Problem(409, call.part("path") + " does not match " + sha.get());
        }
    }
}
