package org.morphodepot.github.internal;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.GitHubException.Kind;
import org.morphodepot.github.Watch;

/** Sends a request and goes where it is redirected. The token goes to the forge's own hosts only. */
final class Hops {

    private static final int MOST = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 307, 308);

    private final Api.Line line;
    private final Watch watch;

    Hops(Api.Line line, Watch watch) {
        this.line = line;
        this.watch = watch;
    }

    Reply send(Call call, Map<String, String> extra) throws IOException {
        Call next = call.to(line.moved().now(call.uri()));
        for (int hop = 0; hop < MOST; hop++) {
            Reply raw = line.wire().send(next, headers(next, extra), watch);
            Reply reply = line.token().map(raw::without).orElse(raw);
            line.counts().sent(next, reply);
            if (!REDIRECTS.contains(reply.status())) {
                return reply;
            }
            URI target = target(next, reply);
            if (reply.status() == 301 || reply.status() == 308) {
                line.moved().learn(next.uri(), target);
            }
            next = next.to(target);
        }
        throw GitHubException.of(Kind.MALFORMED, 0, line.address().host() + " sends us round in circles.");
    }

    private URI target(Call call, Reply reply) throws GitHubException {
        Optional<URI> target = reply.header("Location").flatMap(text -> resolved(call.uri(), text));
        boolean sameMethod = !call.changes() || reply.status() == 307 || reply.status() == 308;
        if (target.isEmpty() || !sameMethod || !line.address().trusts(target.get())) {
            throw GitHubException.of(Kind.MALFORMED, reply.status(),
                    line.address().host() + " sends us somewhere we do not follow. If the repository moved, open it anew.");
        }
        return target.get();
    }

    private static Optional<URI> resolved(URI base, String location) {
        try {
            return Optional.of(base.resolve(location));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Map<String, String> headers(Call call, Map<String, String> extra) {
        Map<String, String> headers = new LinkedHashMap<>();
        boolean form = call.body() instanceof Call.Body.Text(var _, String type) && !type.equals(Call.JSON);
        headers.put("Accept", form ? Call.JSON : "application/vnd.github+json");
        headers.put("Accept-Encoding", "gzip");
        headers.put("User-Agent", "MorphoDepot-Workbench");
        headers.put("X-GitHub-Api-Version", Api.VERSION);
        switch (call.body()) {
            case Call.Body.Text text -> headers.put("Content-Type", text.type());
            case Call.Body.File file -> headers.put("Content-Type", file.type());
            case Call.Body.Empty _ -> { }
        }
        if (line.address().trusts(call.uri())) {
            line.token().ifPresent(token -> headers.put("Authorization", "Bearer " + token.reveal()));
        }
        headers.putAll(extra);
        return headers;
    }
}
