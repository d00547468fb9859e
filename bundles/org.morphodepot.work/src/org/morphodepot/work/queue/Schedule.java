package org.morphodepot.work.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.morphodepot.git.GitException;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.GitHubException;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.queue.Entry.Kind;
import org.morphodepot.work.queue.Entry.State;

/**
 * Which job is tried when: in their order, after growing pauses when a forge has trouble, and at once when a forge that was out
 * of reach answers again. Guarded by the queue.
 */
final class Schedule {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final List<Job> jobs;
    private final Clock clock;

    Schedule(List<Job> jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The oldest job that may be tried now. Sending work waits for nothing but earlier work. */
    Optional<Job> next() {
        Instant now = clock.instant();
        return jobs.stream().filter(job -> job.state == State.WAITING
                || job.state == State.BACKING_OFF && job.next.filter(now::isBefore).isEmpty())
                .filter(job -> jobs.stream().takeWhile(earlier -> earlier != job)
                        .noneMatch(earlier -> earlier.isBeside(job) && (job.kind != Kind.PUSH || earlier.kind == Kind.PUSH)))
                .findFirst();
    }

    /** How long until a pause ends; empty when there is none. */
    Optional<Duration> pause() {
        Instant now = clock.instant();
        return jobs.stream().flatMap(job -> job.next.stream()).filter(now::isBefore).map(when -> Duration.between(now, when))
                .min(Duration::compareTo);
    }

    /** After a try that failed: a pause, or a stop until a person has done something. */
    void postpone(Job job, WorkException failure) {
        boolean later = failure.is(WorkException.Kind.OFFLINE) || failure.is(WorkException.Kind.CANCELLED);
        job.tries++;
        job.state = later ? State.BACKING_OFF : State.STOPPED;
        job.needsSignIn = failure.is(WorkException.Kind.SIGN_IN);
        job.unreached = isUnreached(failure);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(job.tries - 1, 10));
        job.next = later ? Optional.of(clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause))
                : Optional.empty();
    }

    /** A forge that answers, but with trouble of its own or a limit, is left alone for the pause it is given. */
    private static boolean isUnreached(WorkException failure) {
        return switch (failure.getCause()) {
            case GitHubException e -> e.is(GitHubException.Kind.OFFLINE);
            case GitException e -> e.kind() == GitException.Kind.OFFLINE;
            case null, default -> false;
        };
    }

    /** Lets a job be tried at once. */
    void again(Job job) {
        if (job.isOpen() && job.state != State.RUNNING) {
            job.state = State.WAITING;
            job.next = Optional.empty();
            job.needsSignIn = false;
        }
    }

    /** After a job was done: its forge takes things. */
    void succeeded(Job done) {
        jobs.stream().filter(of(done.task.forge())).filter(job -> job.state == State.BACKING_OFF).forEach(this::again);
    }

    /**
     * After a forge answered anything: what it was out of reach for is tried at once, each job once for each time the network
     * went away. Else a job whose own connection alone is broken off would be tried without end. Tells whether there was any.
     */
    boolean reached(ForgeAddress forge) {
        List<Job> woken = jobs.stream().filter(of(forge)).filter(job -> isLost(job) && job.early).toList();
        woken.forEach(job -> {
            job.early = false;
            again(job);
        });
        return !woken.isEmpty();
    }

    /** After a forge did not answer a question of which nothing depends: the network is away. */
    void unreached(ForgeAddress forge) {
        jobs.stream().filter(of(forge)).forEach(job -> job.early = true);
    }

    /** The forges that could not be reached by jobs that wait. */
    Set<ForgeAddress> lost() {
        return jobs.stream().filter(Schedule::isLost).map(job -> job.task.forge()).collect(Collectors.toSet());
    }

    private static boolean isLost(Job job) {
        return job.state == State.BACKING_OFF && job.unreached;
    }

    private static Predicate<Job> of(ForgeAddress forge) {
        return job -> job.task.forge().host().equals(forge.host());
    }
}
