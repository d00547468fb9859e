package org.morphodepot.tasks.ui.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.RepoName;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.queue.Entry;
import org.morphodepot.work.queue.Entry.Kind;
import org.morphodepot.work.queue.Entry.State;

class SyncWordsTest {

    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

    private static Entry entry(State state) {
        return new Entry("1", new TaskRef(ForgeAddress.GITHUB, RepoName.of("a/b"), 3), Kind.PUSH, "Send issue-3", state,
                Optional.empty(), NOW.minusSeconds(300), Optional.of(NOW.plusSeconds(20)));
    }

    @Test
    void summary_countsWhatIsNotDone() {
        assertEquals("", SyncWords.summary(List.of(entry(State.DONE)), false, false));
        assertEquals("1 change waiting", SyncWords.summary(List.of(entry(State.DONE), entry(State.WAITING)), false, false));
        assertEquals("3 changes waiting, offline", SyncWords.summary(
                List.of(entry(State.BACKING_OFF), entry(State.WAITING), entry(State.WAITING)), true, false));
        assertEquals("2 changes waiting, paused",
                SyncWords.summary(List.of(entry(State.WAITING), entry(State.WAITING)), false, true));
        assertEquals("1 change being sent", SyncWords.summary(List.of(entry(State.RUNNING)), false, false));
    }

    @Test
    void summary_saysWhatNeedsThePerson_beforeAnythingElse() {
        assertEquals("2 changes waiting, 1 needs you",
                SyncWords.summary(List.of(entry(State.STOPPED), entry(State.WAITING)), true, true));
    }

    @Test
    void sentence_saysWhatHappensNext() {
        assertEquals("Everything is sent.", SyncWords.sentence(List.of(entry(State.DONE)), false, false));
        assertEquals("Offline. Nothing waits to be sent.", SyncWords.sentence(List.of(), true, false));
        assertEquals("1 change waiting, offline. Sent in order as soon as the network is back.",
                SyncWords.sentence(List.of(entry(State.WAITING)), true, false));
    }

    @Test
    void state_saysWhenItIsTriedAgain() {
        assertEquals("tried again in 20 s", SyncWords.state(entry(State.BACKING_OFF), NOW));
        assertEquals("5 min ago", SyncWords.age(entry(State.WAITING).since(), NOW));
    }
}
