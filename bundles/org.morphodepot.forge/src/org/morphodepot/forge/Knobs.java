package org.morphodepot.forge;

import java.time.Duration;

/**
 * How slow and strict the forge is. The delays are those after which the real one shows a change: forks that git finds,
 * repositories that a search finds, and whether a pull request can be merged. Limits are per person.
 */
public record Knobs(Duration forkDelay, Duration searchLag, Duration mergeabilityDelay, int requestsPerHour,
        int searchesPerMinute, int pointsPerMinute, int contentPerMinute, int contentPerHour, int concurrent) {

    /** As GitHub on a bad day: what the tests of a client should run against. */
    public static Knobs pessimistic() {
        return new Knobs(Duration.ofSeconds(5), Duration.ofMinutes(2), Duration.ofSeconds(1), 5000, 30, 900, 80, 500, 100);
    }

    /** Nothing is delayed, nobody is slowed down: for a first look. */
    public static Knobs quick() {
        int many = 1_000_000;
        return new Knobs(Duration.ZERO, Duration.ZERO, Duration.ZERO, many, many, many, many, many, many);
    }

    /** GitHub's limits without its delays: for people who practise. */
    public static Knobs practice() {
        Knobs strict = pessimistic();
        return new Knobs(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ZERO, strict.requestsPerHour,
                strict.searchesPerMinute, strict.pointsPerMinute, strict.contentPerMinute, strict.contentPerHour,
                strict.concurrent);
    }

    public Knobs withLimits(int requests, int points, int content) {
        return new Knobs(forkDelay, searchLag, mergeabilityDelay, requests, searchesPerMinute, points, content,
                contentPerHour, concurrent);
    }

    public Knobs withDelays(Duration fork, Duration search, Duration mergeability) {
        return new Knobs(fork, search, mergeability, requestsPerHour, searchesPerMinute, pointsPerMinute, contentPerMinute,
                contentPerHour, concurrent);
    }
}
