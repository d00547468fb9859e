package org.morphodepot.forge.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.morphodepot.forge.Knobs;

/**
 * Counts requests as GitHub does: so many an hour per person and kind (core, search, graphql), and against bursts so many
 * points and new things a minute. Thread-safe.
 */
public final class Limits {

    /** What is left of one kind, as the headers and the rate-limit answer tell it. */
    public record State(String kind, int limit, int used, Instant reset) {

        public int remaining() {
            return Math.max(0, limit - used);
        }
    }

    private static final class Window {
        private Instant start;
        private int used;
    }

    private record Spent(Instant when, int points) {
    }

    private final Knobs knobs;
    private final Clock clock;
    private final Map<String, Window> windows = new HashMap<>();
    private final Map<String, Deque<Spent>> points = new HashMap<>();
    private final Map<String, Deque<Spent>> content = new HashMap<>();
    private final Map<String, Integer> running = new HashMap<>();
    private long refused;

    public Limits(Knobs knobs, Clock clock) {
        this.knobs = knobs;
        this.clock = clock;
    }

    /** Counts a request of a kind against the hour (a minute for searches); refuses it when nothing is left. */
    public synchronized State charge(String who, String kind, int cost) {
        State now = state(who, kind);
        if (now.remaining() < cost) {
            throw headers(new Problem(403, "API rate limit exceeded for user " + who + "."), now);
        }
        windows.get(who + " " + kind).used += cost;
        return state(who, kind);
    }

    /** Gives a request back: an answer of 304 costs nothing. */
    public synchronized State refund(String who, String kind) {
        Window window = windows.get(who + " " + kind);
        if (window != null && window.used > 0) {
            window.used--;
        }
        return state(who, kind);
    }

    public synchronized State state(String who, String kind) {
        Duration length = kind.equals("search") ? Duration.ofMinutes(1) : Duration.ofHours(1);
        int limit = kind.equals("search") ? knobs.searchesPerMinute() : knobs.requestsPerHour();
        limit = who.startsWith("ip:") ? Math.max(10, limit / 80) : limit;
        Instant now = clock.instant();
        Window window = windows.computeIfAbsent(who + " " + kind, key -> new Window());
        if (window.start == null || !now.isBefore(window.start.plus(length))) {
            window.start = now;
            window.used = 0;
        }
        return new State(kind, limit, window.used, window.start.plus(length));
    }

    /** The secondary limits: points a minute (a write is five), new things a minute and an hour, and many at once. */
    public synchronized void begin(String who, boolean write, boolean creates) {
        int now = running.merge(who, 1, Integer::sum);
        boolean tooMany = now > knobs.concurrent()
                || over(points, who, write ? 5 : 1, knobs.pointsPerMinute(), Duration.ofMinutes(1))
                || creates && (over(content, who, 0, knobs.contentPerMinute() - 1, Duration.ofMinutes(1))
                        || over(content, who, 1, knobs.contentPerHour(), Duration.ofHours(1)));
        if (tooMany) {
            refused++;
            running.merge(who, -1, Integer::sum);
            throw new Problem(403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.")
                    .with("Retry-After", "60");
        }
    }

    public synchronized void end(String who) {
        running.merge(who, -1, Integer::sum);
    }

    /** How often a secondary limit was hit: good clients keep it at zero. */
    public synchronized long refused() {
        return refused;
    }

    private boolean over(Map<String, Deque<Spent>> ledger, String who, int cost, int limit, Duration length) {
        Deque<Spent> spent = ledger.computeIfAbsent(who, key -> new ArrayDeque<>());
        Instant now = clock.instant();
        while (!spent.isEmpty() && spent.peekFirst().when().isBefore(now.minus(Duration.ofHours(1)))) {
            spent.removeFirst();
        }
        int sum = spent.stream().filter(one -> one.when().isAfter(now.minus(length))).mapToInt(Spent::points).sum();
        if (sum + cost > limit) {
            return true;
        }
        if (cost > 0) {
            spent.addLast(new Spent(now, cost));
        }
        return false;
    }

    public static Map<String, String> headers(State state) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-RateLimit-Limit", String.valueOf(state.limit()));
        headers.put("X-RateLimit-Remaining", String.valueOf(state.remaining()));
        headers.put("X-RateLimit-Used", String.valueOf(state.used()));
        headers.put("X-RateLimit-Reset", String.valueOf(state.reset().getEpochSecond()));
        headers.put("X-RateLimit-Resource", state.kind());
        return headers;
    }

    private static Problem headers(Problem problem, State state) {
        headers(state).forEach(problem::with);
        return problem;
    }
}
