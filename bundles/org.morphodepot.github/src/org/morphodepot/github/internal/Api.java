package org.morphodepot.github.internal;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.GitHubException.Kind;
import org.morphodepot.github.Page;
import org.morphodepot.github.Pace;
import org.morphodepot.github.Secret;
import org.morphodepot.github.Watch;
import org.morphodepot.github.internal.json.Fields;
import org.morphodepot.github.internal.json.Json;
import org.morphodepot.github.internal.json.Json.Reader;

/**
 * Questions of one account to one forge. Reads are repeated a few times when the connection or the server has a hiccup,
 * after the pause the server asks for; changes are sent once. Thread-safe.
 */
public final class Api {

    /** The version of the interface every answer here is understood in. */
    public static final String VERSION = "2022-11-28";

    private static final int TRIES = 4;
    private static final int MOST_PAGES = 200;

    private final Line line;
    private final Watch watch;

    /** What an account's questions share. */
    public record Line(ForgeAddress address, String account, Optional<Secret> token, Wire wire, HostQueue queue,
            AnswerCache cache, Pace pace, Duration patience, Consumer<ForgeAddress> answered, Counts counts,
            RetryBudget budget, Moved moved) {

        /** @param answered called after every answer but one that tells of trouble of the server itself */
        public Line(ForgeAddress address, String account, Optional<Secret> token, Wire wire, HostQueue queue,
                AnswerCache cache, Pace pace, Duration patience, Consumer<ForgeAddress> answered) {
            this(address, account, token, wire, queue, cache, pace, patience, answered, new Counts(), new RetryBudget(),
                    new Moved());
        }
    }

    public Api(Line line, Watch watch) {
        this.line = line;
        this.watch = watch;
    }

    public Api watchedBy(Watch other) {
        return new Api(line, other);
    }

    public ForgeAddress address() {
        return line.address;
    }

    public String account() {
        return line.account;
    }

    public Counts counts() {
        return line.counts;
    }

    public Pace pace() {
        return line.pace;
    }

    public Watch watch() {
        return watch;
    }

    /** Sends no GraphQL of this account until then. */
    void restGraphQl(Instant until) {
        line.queue.rest(line.account, "graphql", until);
    }

    public URI uri(Route route) {
        return route.at(line.address.api());
    }

    /** One object. */
    public Fields get(Route route) throws GitHubException {
        return object(getReply(uri(route)));
    }

    /** One object, or empty when the server says there is none. */
    public Optional<Fields> find(Route route) throws GitHubException {
        try {
            return Optional.of(get(route));
        } catch (GitHubException e) {
            if (e.is(Kind.NOT_FOUND)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A whole list, page after page. */
    public <T> List<T> list(Route route, Reader<T> reader) throws GitHubException {
        return list(route, "", reader);
    }

    /** As {@link #list(Route, Reader)} of answers that are objects with the list in a field. */
    public <T> List<T> list(Route route, String field, Reader<T> reader) throws GitHubException {
        List<T> all = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        Optional<URI> next = Optional.of(uri(route.longPages()));
        while (next.isPresent()) {
            if (!seen.add(next.get()) || seen.size() > MOST_PAGES) {
                throw malformed("The list has no end");
            }
            Page<T> page = page(next.get(), field, reader);
            all.addAll(page.items());
            next = page.next();
        }
        return List.copyOf(all);
    }

    /** One page. */
    public <T> Page<T> page(URI uri, String field, Reader<T> reader) throws GitHubException {
        Reply reply = listReply(uri);
        return new Page<>(Json.list(reply.body(), line.address.host(), field, reader), reply.unchanged(), reply.next());
    }

    /** An answer at an address that a server gave: only of the forge itself. */
    public Reply listReply(URI uri) throws GitHubException {
        if (!line.address.trusts(uri)) {
            throw malformed("The list goes on at another server");
        }
        return getReply(uri);
    }

    /** An answer to GET, from the cache when the server says it has not changed. */
    public Reply getReply(URI uri) throws GitHubException {
        Optional<AnswerCache.Known> known = line.cache.find(uri);
        Map<String, String> extra = new LinkedHashMap<>();
        known.flatMap(AnswerCache.Known::etag).ifPresent(etag -> extra.put("If-None-Match", etag));
        Reply reply = send(Call.get(uri), extra);
        if (reply.status() == 304) {
            line.cache.used(uri, line.pace.now());
            return known.orElseThrow(() -> malformed("Nothing was known")).again();
        }
        if (reply.body().length > 0) {
            Json.parse(reply.body(), line.address.host()); // what cannot be read is not kept
            line.cache.keep(uri, reply);
        }
        return reply;
    }

    /** As {@link #getReply}, past the cache. */
    public Reply unkeptReply(URI uri) throws GitHubException {
        return send(Call.get(uri), Map.of());
    }

    /** Changes something; the answer's object is empty when there is none. */
    public Fields change(String method, Route route, Map<String, ?> body) throws GitHubException {
        return object(changeReply(method, route, body));
    }

    /** As {@link #change}, where the status matters. */
    public Reply changeReply(String method, Route route, Map<String, ?> body) throws GitHubException {
        return send(Call.change(method, uri(route), Json.text(body)), Map.of());
    }

    /** As {@link #change} of which a list comes back. */
    public <T> List<T> changeList(String method, Route route, Map<String, ?> body, Reader<T> reader)
            throws GitHubException {
        return Json.list(changeReply(method, route, body).body(), line.address.host(), "", reader);
    }

    public void delete(Route route) throws GitHubException {
        send(Call.change("DELETE", uri(route)), Map.of());
    }

    /** Any other call. */
    public Fields send(Call call) throws GitHubException {
        return object(send(call, Map.of()));
    }

    private Fields object(Reply reply) throws GitHubException {
        return reply.body().length == 0 ? Fields.EMPTY : Json.object(reply.body(), line.address.host());
    }

    private Reply send(Call call, Map<String, String> extra) throws GitHubException {
        for (int attempt = 1;; attempt++) {
            try {
                Reply reply = inTurn(call, extra);
                line.budget.earn();
                line.answered.accept(line.address);
                return reply;
            } catch (GitHubException e) {
                if (isAnswer(e)) {
                    line.answered.accept(line.address);
                }
                boolean again = !call.changes() && attempt < TRIES && mayPass(e);
                if (!again || !line.budget.take()) {
                    throw e;
                }
                pause(e, attempt);
            }
        }
    }

    /** Whether a failure is the server's own word, so that it was reached and works. */
    public static boolean isAnswer(GitHubException e) {
        return e.status() > 0 && e.status() < 500;
    }

    private boolean mayPass(GitHubException e) {
        return switch (e.kind()) {
            case OFFLINE -> !Failures.isUnreachable(e);
            case SERVER -> true;
            case RATE_LIMITED -> e.status() != 0 && e.until().isPresent()
                    && !e.until().get().isAfter(line.pace.now().plus(line.patience));
            default -> false;
        };
    }

    private void pause(GitHubException e, int attempt) throws GitHubException {
        if (!e.is(Kind.RATE_LIMITED)) { // else the queue waits
            Pauses.sleep(line.pace, Duration.ofSeconds(1L << (attempt - 1)), watch);
        }
    }

    private Reply inTurn(Call call, Map<String, String> extra) throws GitHubException {
        try (HostQueue.Turn _ = line.queue.enter(line.account, call, watch)) {
            Reply reply = new Hops(line, watch).send(call, extra);
            Instant now = line.pace.now();
            String resource = reply.header("X-RateLimit-Resource").orElse(call.resource());
            Optional<Instant> refused = line.queue.refusedUntil(line.account, reply, now);
            refused.ifPresent(until -> line.queue.rest(line.account, Limits.isSecondary(reply) ? "*" : resource, until));
            Limits.emptyUntil(reply, now).ifPresent(until -> line.queue.rest(line.account, resource, until));
            if (reply.status() == 503) {
                Limits.retryAfter(reply, now).ifPresent(until -> line.queue.rest(line.account, "*", until));
            }
            if (reply.status() != 304) {
                Failures.check(line.address.host(), reply, refused);
            }
            return reply;
        } catch (IOException e) {
            throw e instanceof GitHubException known ? known : Failures.offline(line.address.host(), e);
        }
    }

    private GitHubException malformed(String what) {
        return GitHubException.of(Kind.MALFORMED, 0, what + ": the answer of " + line.address.host() + " makes no sense.");
    }
}
