package org.morphodepot.forge.internal.server;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.morphodepot.forge.internal.git.GitView;
import org.morphodepot.forge.internal.git.SmartHttp;
import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.http.Site;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.hub.Hub;
import org.morphodepot.forge.internal.state.Asset;
import org.morphodepot.forge.internal.state.Release;
import org.morphodepot.forge.internal.state.Repo;

import com.sun.net.httpserver.HttpExchange;

/** What a browser and git see: repositories to clone and push to, files to download, the sign-in pages. */
public final class WebDoor {

    private static final String TEXT = "text/plain; charset=utf-8";

    private final Desk desk;
    private final Hub hub;
    private final DeviceSignIn signIn;

    public WebDoor(Desk desk, DeviceSignIn signIn) {
        this.desk = desk;
        hub = desk.hub();
        this.signIn = signIn;
    }

    void answer(HttpExchange exchange, Site site) throws IOException {
        String[] parts = site.path().replaceAll("^/+", "").split("/");
        if (parts[0].equals("login")) {
            Replies.send(exchange, login(exchange, site));
        } else if (parts.length >= 3 && isGit(parts)) {
            git(exchange, parts);
        } else {
            Visitor visitor = Visitor.of(exchange, hub);
            Replies.send(exchange, hub.change(change -> page(parts, visitor, site)));
        }
    }

    private Reply login(HttpExchange exchange, Site site) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(1 << 16);
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin != null && !origin.equals(site.links().web())) {
            throw Problem.forbidden("Another page may not sign you in.");
        }
        String accept = String.valueOf(exchange.getRequestHeaders().getFirst("Accept"));
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        return signIn.answer(exchange.getRequestMethod() + " " + site.path(), body, type, accept.contains("json"),
                Call.form(exchange.getRequestURI().getRawQuery()), site.links());
    }

    private static boolean isGit(String[] parts) {
        return parts.length == 4 && parts[2].equals("info") && parts[3].equals("refs")
                || parts.length == 3 && parts[2].startsWith("git-");
    }

    private void git(HttpExchange exchange, String[] parts) throws IOException {
        boolean asks = parts.length == 4;
        String service = asks ? Call.form(exchange.getRequestURI().getRawQuery()).getOrDefault("service", "") : parts[2];
        boolean push = service.equals("git-receive-pack");
        if (!push && !service.equals("git-upload-pack")) {
            Replies.send(exchange, Reply.text(403, TEXT, "Please upgrade your git client.\n"));
            return;
        }
        Visitor visitor;
        try {
            visitor = Visitor.of(exchange, hub);
        } catch (Problem e) {
            Replies.send(exchange, askToSignIn("Invalid username or token. Password authentication is not supported for Git"
                    + " operations.\n"));
            return;
        }
        Optional<Repo> repo = hub.change(change -> hub.repo(parts[0], name(parts[1])));
        Optional<Reply> refused = refusal(repo, visitor, push);
        if (refused.isPresent()) {
            Replies.send(exchange, refused.get());
            return;
        }
        try (Repository git = hub.git().open(repo.get())) {
            if (asks) {
                SmartHttp.advertise(exchange, git, service);
            } else if (push) {
                SmartHttp.receive(exchange, git, commands -> pushed(repo.get(), commands));
            } else {
                SmartHttp.upload(exchange, git);
            }
        }
    }

    private static String name(String part) {
        return part.endsWith(".git") ? part.substring(0, part.length() - 4) : part;
    }

    /** What one may not see is not there, and one who is nobody is asked who they are. */
    private Optional<Reply> refusal(Optional<Repo> repo, Visitor visitor, boolean push) {
        boolean visible = repo.isPresent() && hub.rights(repo.get(), visitor.login()).mayRead() && hub.isPast(repo.get().ready);
        if (visitor.login() == null && (!visible || push)) {
            return Optional.of(askToSignIn(""));
        }
        if (!visible) {
            return Optional.of(Reply.text(404, TEXT, "Repository not found.\n"));
        }
        if (push && repo.get().archived) {
            return Optional.of(Reply.text(403, TEXT, "This repository was archived so it is read-only.\n"));
        }
        if (push && !hub.rights(repo.get(), visitor.login()).mayPush()) {
            return Optional.of(Reply.text(403, TEXT, "Permission to " + repo.get().fullName() + ".git denied to "
                    + visitor.login() + ".\n"));
        }
        return Optional.empty();
    }

    private static Reply askToSignIn(String words) {
        return Reply.text(401, TEXT, words).with("WWW-Authenticate", "Basic realm=\"GitHub\"");
    }

    private void pushed(Repo repo, List<ReceiveCommand> commands) throws IOException {
        hub.change(change -> {
            Repo touched = desk.repositories().touch(repo);
            String first = commands.stream().filter(one -> one.getResult() == ReceiveCommand.Result.OK)
                    .map(ReceiveCommand::getRefName).filter(name -> name.startsWith("refs/heads/")).findFirst().orElse(null);
            followFirstBranch(touched, first);
            desk.pulls().branchMoved(touched);
            return touched;
        });
    }

    /** The first branch that is pushed to an empty repository becomes its default one. */
    private void followFirstBranch(Repo repo, String ref) throws IOException {
        if (ref == null) {
            return;
        }
        try (GitView view = hub.open(repo)) {
            String branch = ref.substring("refs/heads/".length());
            if (view.branch(repo.defaultBranch).isEmpty() && view.branches().size() == 1) {
                view.repository().updateRef("HEAD").link(ref);
                hub.update(repo, row -> row.defaultBranch = branch);
            }
        }
    }

    private Reply page(String[] parts, Visitor visitor, Site site) throws IOException {
        if (parts.length < 2) {
            return signIn.welcome(site.links());
        }
        Repo repo = hub.visible(parts[0], name(parts[1]), visitor.login());
        if (parts.length >= 6 && parts[2].equals("releases") && parts[3].equals("download")) {
            return download(repo, decoded(parts, 4, parts.length - 1), decoded(parts, parts.length - 1, parts.length), visitor);
        }
        if (parts.length >= 5 && parts[2].equals("raw")) {
            return raw(repo, decoded(parts, 3, 4), decoded(parts, 4, parts.length));
        }
        if (parts.length == 4 && parts[2].matches("issues|pull") && parts[3].matches("\\d{1,9}")) {
            return Html.issue(repo, hub.issue(repo, Integer.parseInt(parts[3])), desk);
        }
        return Html.repo(repo, hub.issues(repo), site.links());
    }

    private static String decoded(String[] parts, int from, int to) {
        String joined = String.join("/", List.of(parts).subList(from, to));
        return URLDecoder.decode(joined.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private Reply download(Repo repo, String tag, String name, Visitor visitor) throws IOException {
        for (Release release : hub.store().of(Release.class, repo.id)) {
            boolean shown = !release.draft || hub.rights(repo, visitor.login()).mayPush();
            for (Asset asset : release.tag.equals(tag) && shown ? hub.store().of(Asset.class, repo.id, release.id)
                    : List.<Asset>of()) {
                if (asset.name.equals(name)) {
                    hub.update(asset, row -> row.downloads++);
                    return Reply.file("application/octet-stream", hub.git().asset(asset.id));
                }
            }
        }
        throw Problem.notFound();
    }

    private Reply raw(Repo repo, String ref, String path) throws IOException {
        try (GitView view = hub.open(repo)) {
            ObjectId commit = view.find(ref).orElseThrow(Problem::notFound);
            GitView.Entry entry = view.entry(commit, path).filter(one -> !one.folder()).orElseThrow(Problem::notFound);
            return Reply.bytes("application/octet-stream", view.bytes(entry.id()));
        }
    }
}
