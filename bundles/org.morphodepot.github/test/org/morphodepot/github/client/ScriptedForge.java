package org.morphodepot.github.client;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Secret;
import org.morphodepot.testing.web.LoopbackServer;
import org.morphodepot.testing.web.WebReply;
import org.morphodepot.testing.web.WebRequest;

/** A server that answers what a test scripts, with ETags, and a client of it in fake time. */
public final class ScriptedForge implements AutoCloseable {

    public static final String TOKEN = "ghp_CanaryCanaryCanaryCanary0123456789";
    public static final RepoName DEPOT = RepoName.of("lab/danio");

    public final LoopbackServer server = new LoopbackServer(this::answer);
    public final FakePace pace = new FakePace();
    public final GitHubHosts hosts;
    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    private record Rule(String method, String path, Function<WebRequest, WebReply> reply) {
    }

    public ScriptedForge(Path cache) {
        hosts = new GitHubHosts(cache, pace, Duration.ofSeconds(90), new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException trouble) {
                // no proxies here
            }
        });
    }

    public GitHub client() {
        return hosts.signedIn(address(), "ada", Secret.of(TOKEN));
    }

    public ForgeAddress address() {
        return ForgeAddress.of(server.uri().toString());
    }

    /** Later rules go first. */
    public ScriptedForge on(String method, String path, Function<WebRequest, WebReply> reply) {
        rules.addFirst(new Rule(method, path, reply));
        return this;
    }

    public ScriptedForge on(String method, String path, int status, String body) {
        return on(method, path, _ -> json(status, body));
    }

    public static WebReply json(int status, String body) {
        return WebReply.of(status, body).with("Content-Type", "application/json; charset=utf-8");
    }

    private WebReply answer(WebRequest request) {
        pace.mark();
        for (Rule rule : rules) {
            if (rule.method.equals(request.method()) && rule.path.equals(request.path())) {
                return withEtag(request, rule.reply.apply(request));
            }
        }
        return json(404, "{\"message\":\"Not Found\"}");
    }

    private static WebReply withEtag(WebRequest request, WebReply reply) {
        if (!request.method().equals("GET") || reply.status() != 200) {
            return reply;
        }
        String etag = "\"" + Arrays.hashCode(reply.body()) + "\"";
        boolean same = request.header("if-none-match").filter(etag::equals).isPresent();
        return same ? WebReply.of(304).with("ETag", etag) : reply.with("ETag", etag);
    }

    /** Requests so far as {@code POST /path}. */
    public List<String> asked() {
        return server.requests().stream().map(r -> r.method() + " " + r.path()).toList();
    }

    public int count(String method, String path) {
        return (int) asked().stream().filter((method + " " + path)::equals).count();
    }

    /** The body of the last request of that sort. */
    public String sent(String method, String path) {
        List<String> bodies = new ArrayList<>();
        server.requests().stream().filter(r -> r.method().equals(method) && r.path().equals(path))
                .forEach(r -> bodies.add(new String(r.body(), StandardCharsets.UTF_8)));
        return bodies.getLast();
    }

    @Override
    public void close() {
        hosts.close();
        server.close();
    }
}
