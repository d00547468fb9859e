package org.morphodepot.project.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.morphodepot.github.Person;

/** Times, people and numbers as they are shown. */
final class Ages {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
            .withZone(ZoneId.systemDefault());

    private Ages() {
    }

    /** How long ago it was, such as {@code 5 min ago} or {@code 3 days ago}. */
    static String ago(Instant when) {
        long minutes = Duration.between(when, Instant.now()).toMinutes();
        if (minutes < 1) {
            return "just now";
        }
        if (minutes < 60) {
            return minutes + " min ago";
        }
        long hours = minutes / 60;
        return hours < 48 ? hours + " h ago" : hours / 24 + " days ago";
    }

    /** For tool tips. */
    static String exact(Instant when) {
        return EXACT.format(when);
    }

    /** Login of somebody whose account may be deleted. */
    static String who(Person person) {
        return person.isGhost() ? "deleted account" : person.login();
    }

    /** {@code 1,234,567}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 task}, {@code 2 tasks}. */
    static String many(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
