package org.morphodepot.github.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** What an answer says about limits: {@code Retry-After}, the primary counters, the text of secondary limits. */
final class Limits {

    private static final Duration LONGEST = Duration.ofHours(2);

    private Limits() {
    }

    /**
     * Until when a refused request must wait; empty when it was not refused for a limit.
     *
     * @param unsaid how long to wait when the server does not say
     */
    static Optional<Instant> refusedUntil(Reply reply, Instant now, Duration unsaid) {
        if (reply.status() != 403 && reply.status() != 429) {
            return Optional.empty();
        }
        Optional<Instant> said = retryAfter(reply, now).or(() -> emptyUntil(reply, now));
        String text = reply.text().toLowerCase(Locale.ROOT);
        boolean secondary = reply.status() == 429 || text.contains("secondary rate limit") || text.contains("abuse detection")
                || text.contains("rate limit exceeded");
        return said.isPresent() || !secondary ? said : Optional.of(now.plus(unsaid));
    }

    /** Whether the refusal is about how fast we ask rather than a used-up counter: then everything rests. */
    static boolean isSecondary(Reply reply) {
        return reply.header("Retry-After").isPresent() || number(reply, "X-RateLimit-Remaining") != 0;
    }

    /** When a counter that is used up starts again; empty when something is left. */
    static Optional<Instant> emptyUntil(Reply reply, Instant now) {
        long reset = number(reply, "X-RateLimit-Reset");
        if (number(reply, "X-RateLimit-Remaining") != 0 || reset <= 0) {
            return Optional.empty();
        }
        Instant there = date(reply.header("Date").orElse("")).orElse(now);
        return Optional.of(bounded(now, Duration.between(there, Instant.ofEpochSecond(reset)).plusSeconds(1)));
    }

    /** Seconds or a date; a date is taken relative to the server's own clock. */
    static Optional<Instant> retryAfter(Reply reply, Instant now) {
        return reply.header("Retry-After").flatMap(value -> {
            if (value.matches("\\d{1,9}")) {
                return Optional.of(bounded(now, Duration.ofSeconds(Long.parseLong(value))));
            }
            Instant there = date(reply.header("Date").orElse("")).orElse(now);
            return date(value).map(until -> bounded(now, Duration.between(there, until).plusSeconds(1)));
        });
    }

    private static Instant bounded(Instant now, Duration wait) {
        Duration atLeast = wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
        return now.plus(atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast);
    }

    private static long number(Reply reply, String header) {
        return reply.header(header).filter(value -> value.matches("\\d{1,15}")).map(Long::parseLong).orElse(-1L);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
