package org.morphodepot.tasks.ui.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.morphodepot.work.queue.Entry;
import org.morphodepot.work.queue.Entry.State;

/** Says in words how far sending is. */
final class SyncWords {

    private SyncWords() {
    }

    /** Such as {@code 3 changes waiting, offline}; empty when all is sent. */
    static String summary(List<Entry> entries, boolean offline, boolean paused) {
        long open = entries.stream().filter(entry -> entry.state() != State.DONE).count();
        long stopped = entries.stream().filter(entry -> entry.state() == State.STOPPED).count();
        if (open == 0) {
            return offline ? "offline" : "";
        }
        boolean running = entries.stream().anyMatch(entry -> entry.state() == State.RUNNING);
        String text = open + (open == 1 ? " change " : " changes ") + (running && !offline ? "being sent" : "waiting");
        if (stopped > 0) {
            return text + ", " + stopped + (stopped == 1 ? " needs you" : " need you");
        }
        return text + (paused ? ", paused" : offline ? ", offline" : "");
    }

    /** The same as sentences, for the view that has room for them: also what happens next. */
    static String sentence(List<Entry> entries, boolean offline, boolean paused) {
        String words = summary(entries, offline, paused);
        if (words.isEmpty()) {
            return "Everything is sent.";
        }
        boolean waiting = entries.stream().anyMatch(entry -> entry.state() != State.DONE);
        String next = !waiting ? " Nothing waits to be sent." : paused ? " Press Pause again to go on."
                : offline ? " Sent in order as soon as the network is back." : "";
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + "." + next;
    }

    static String state(Entry entry, Instant now) {
        return switch (entry.state()) {
            case WAITING -> "waiting";
            case RUNNING -> "being sent";
            case BACKING_OFF -> entry.next().map(next -> "tried again in " + span(Duration.between(now, next)))
                    .orElse("tried again soon");
            case STOPPED -> "needs you";
            case DONE -> "done";
        };
    }

    private static String span(Duration time) {
        long seconds = Math.max(1, time.toSeconds());
        return seconds < 90 ? seconds + " s" : (seconds + 59) / 60 + " min";
    }

    static String age(Instant since, Instant now) {
        long minutes = Math.max(0, Duration.between(since, now).toMinutes());
        return minutes < 1 ? "just now" : minutes < 60 ? minutes + " min ago"
                : minutes < 48 * 60 ? minutes / 60 + " h ago" : minutes / (24 * 60) + " days ago";
    }
}
