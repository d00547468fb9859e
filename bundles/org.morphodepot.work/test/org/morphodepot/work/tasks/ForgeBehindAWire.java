package org.morphodepot.work.tasks;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.morphodepot.forge.Forge;
import org.morphodepot.forge.Knobs;
import org.morphodepot.forge.PracticeDepot;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Pace;
import org.morphodepot.github.Secret;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.github.client.GitHubHosts;
import org.morphodepot.testing.web.LoopbackServer;
import org.morphodepot.testing.web.WebReply;
import org.morphodepot.testing.web.WebRequest;
import org.morphodepot.work.Account;

/** The practice forge behind a server that passes everything on, until it is cut off. Clients do not wait between tries. */
final class ForgeBehindAWire implements AutoCloseable {

    static final Set<String> PASSED_ON = Set.of("authorization", "accept", "if-none-match", "user-agent", "content-type",
            "x-github-api-version");

    final Forge forge;
    final PracticeDepot practice;
    final LoopbackServer wire;
    final AtomicInteger requestsLeft = new AtomicInteger(Integer.MAX_VALUE);
    private final HttpClient http = HttpClient.newHttpClient();
    private final GitHubHosts hosts;
    private final Path folder;

    ForgeBehindAWire(Path folder) throws IOException {
        this.folder = folder;
        forge = Forge.start(folder.resolve("forge"), 0, Knobs.quick());
        practice = PracticeDepot.in(forge);
        wire = new LoopbackServer(this::passOn);
        hosts = new GitHubHosts(folder.resolve("answers"), new Hurry(), Duration.ofSeconds(1), ProxySelector.of(null));
    }

    /** Time jumps instead of passing. */
    private static final class Hurry implements Pace {
        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

        @Override
        public Instant now() {
            return now.get();
        }

        @Override
        public void sleep(Duration time) {
            now.updateAndGet(before -> before.plus(time));
        }
    }

    private WebReply passOn(WebRequest request) throws IOException {
        if (requestsLeft.getAndDecrement() <= 0) {
            throw new IOException("cut");
        }
        try {
            URI to = forge.address();
            String path = new URI(null, null, request.path(), null).toASCIIString();
            String query = request.query().isEmpty() ? "" : "?" + request.query();
            HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(to + path + query)).method(request.method(),
                    HttpRequest.BodyPublishers.ofByteArray(request.body()));
            request.headers().forEach((name, value) -> {
                if (PASSED_ON.contains(name)) {
                    asked.header(name, value);
                }
            });
            HttpResponse<byte[]> answer = http.send(asked.build(), HttpResponse.BodyHandlers.ofByteArray());
            return reply(answer);
        } catch (URISyntaxException | InterruptedException e) {
            throw new IOException(e);
        }
    }

    private WebReply reply(HttpResponse<byte[]> answer) {
        String body = here(new String(answer.body(), StandardCharsets.UTF_8));
        WebReply reply = WebReply.of(answer.statusCode(), body);
        for (Map.Entry<String, List<String>> header : answer.headers().map().entrySet()) {
            if (!Set.of("content-length", "transfer-encoding", "date", "connection").contains(header.getKey().toLowerCase(Locale.ROOT))) {
                reply = reply.with(header.getKey(), here(header.getValue().getFirst()));
            }
        }
        return reply;
    }

    private String here(String text) {
        return text.replace(forge.address().toString(), wire.uri().toString());
    }

    Account account(String login) {
        return new Account(ForgeAddress.of(wire.uri().toString()), login, login, login + "@example.org");
    }

    /** Straight to the forge, as somebody else at another place. */
    GitHub elsewhere(String login) {
        return hosts.signedIn(ForgeAddress.of(forge.address().toString()), login, token(login));
    }

    GitHub client(String login) {
        return hosts.signedIn(account(login).forge(), login, token(login));
    }

    private Secret token(String login) {
        return Secret.of(practice.accounts().stream().filter(one -> one.login().equals(login)).findFirst().orElseThrow().token());
    }

    TaskBook book() {
        return new TaskBook(folder.resolve("tasks"), account -> client(account.login()),
                (task, account) -> folder.resolve("work").resolve(task.branch()), Clock.systemDefaultZone());
    }

    void cut() {
        requestsLeft.set(0);
    }

    @Override
    public void close() throws IOException {
        wire.close();
        hosts.close();
        http.close();
        forge.close();
    }
}
