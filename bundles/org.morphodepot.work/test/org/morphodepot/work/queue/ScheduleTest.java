package org.morphodepot.work.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.morphodepot.git.GitException;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.RepoName;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.queue.Entry.Kind;
import org.morphodepot.work.queue.Entry.State;

/** When what waits is tried again, by a clock that the test turns. */
class ScheduleTest {

    private static final ForgeAddress SCHOOL = ForgeAddress.of("http://127.0.0.1:8123");

    private final TurnedClock clock = new TurnedClock();
    private final List<Job> jobs = new ArrayList<>();
    private final Schedule schedule = new Schedule(jobs, clock);

    private Job job(ForgeAddress forge, int task, Kind kind) {
        TaskRef ref = new TaskRef(forge, RepoName.of("ada/danio"), task);
        Job job = new Job(jobs.size() + 1, "id" + jobs.size(), ref, "sam", kind, "Send", "", clock.instant());
        jobs.add(job);
        return job;
    }

    private static WorkException noNetwork() {
        return WorkException.of(GitHubException.of(GitHubException.Kind.OFFLINE, "Could not reach", new IOException("refused")));
    }

    private void fail(Job job, int times) {
        for (int i = 0; i < times; i++) {
            schedule.postpone(job, noNetwork());
        }
    }

    @Test
    void pauses_growToFiveMinutes() {
        Job push = job(SCHOOL, 1, Kind.PUSH);
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            schedule.postpone(push, noNetwork());
            seconds.add(schedule.pause().orElseThrow().toSeconds());
            assertEquals(Optional.empty(), schedule.next());
            clock.turn(schedule.pause().orElseThrow());
            assertEquals(Optional.of(push), schedule.next());
        }
        assertEquals(List.of(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L), seconds);
    }

    @Test
    void forgeThatAnswersAgain_letsEverythingBeTriedAtOnce() {
        Job push = job(SCHOOL, 1, Kind.PUSH);
        Job draft = job(SCHOOL, 1, Kind.DRAFT);
        Job other = job(SCHOOL, 2, Kind.COMMENT);
        fail(push, 7);
        fail(other, 7);
        assertEquals(Set.of(SCHOOL), schedule.lost());
        assertEquals(Optional.empty(), schedule.next(), "five minutes to wait");
        assertTrue(schedule.reached(SCHOOL));
        assertEquals(Optional.of(push), schedule.next());
        push.state = State.RUNNING;
        assertEquals(Optional.of(other), schedule.next());
        jobs.remove(push);
        assertEquals(Optional.of(draft), schedule.next(), "in their order");
        assertEquals(Set.of(), schedule.lost());
    }

    @Test
    void jobWhoseConnectionAloneBreaks_isTriedEarlyOnceForEachTimeTheNetworkWasAway() {
        Job push = job(SCHOOL, 1, Kind.PUSH);
        GitException blocked = new GitException(GitException.Kind.OFFLINE, "Could not reach");
        schedule.postpone(push, WorkException.of(blocked));
        assertTrue(schedule.reached(SCHOOL));
        schedule.postpone(push, WorkException.of(blocked));
        assertFalse(schedule.reached(SCHOOL), "else it would be tried without end");
        assertEquals(Duration.ofSeconds(10), schedule.pause().orElseThrow());
        schedule.unreached(SCHOOL);
        assertTrue(schedule.reached(SCHOOL));
    }

    @Test
    void otherForge_wakesNothing() {
        fail(job(SCHOOL, 1, Kind.PUSH), 3);
        assertFalse(schedule.reached(ForgeAddress.GITHUB));
        assertEquals(Optional.empty(), schedule.next());
    }

    @Test
    void forgeWithTroubleOfItsOwn_isLeftAloneUntilThePauseEnds() {
        Job push = job(SCHOOL, 1, Kind.PUSH);
        schedule.postpone(push, WorkException.of(GitHubException.of(GitHubException.Kind.SERVER, 503, "has trouble")));
        assertEquals(Set.of(), schedule.lost());
        assertFalse(schedule.reached(SCHOOL));
        clock.turn(Duration.ofSeconds(5));
        assertEquals(Optional.of(push), schedule.next());
    }

    @Test
    void whatAPersonMustSettle_staysStopped() {
        Job push = job(SCHOOL, 1, Kind.PUSH);
        schedule.postpone(push, new WorkException(WorkException.Kind.CONFLICT, "Somebody else changed the same."));
        assertFalse(schedule.reached(SCHOOL));
        clock.turn(Duration.ofHours(1));
        assertEquals(Optional.empty(), schedule.next());
        assertEquals(State.STOPPED, push.state);
    }

    @Test
    void somethingDone_letsTheRestOfItsForgeBeTried() {
        Job comment = job(SCHOOL, 2, Kind.COMMENT);
        Job push = job(SCHOOL, 1, Kind.PUSH);
        Job elsewhere = job(ForgeAddress.GITHUB, 1, Kind.PUSH);
        fail(push, 7);
        fail(elsewhere, 7);
        jobs.remove(comment);
        schedule.succeeded(comment);
        assertEquals(Optional.of(push), schedule.next());
        assertEquals(State.BACKING_OFF, elsewhere.state);
    }

    private static final class TurnedClock extends Clock {

        private Instant now = Instant.parse("2026-11-01T08:00:00Z");

        void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
