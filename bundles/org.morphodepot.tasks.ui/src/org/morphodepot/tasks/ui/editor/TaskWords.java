package org.morphodepot.tasks.ui.editor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;

import org.morphodepot.github.Review;

/** Dates and verdicts in words. */
final class TaskWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withZone(ZoneId.systemDefault());

    private TaskWords() {
    }

    static String when(Instant time) {
        return when(time, Instant.now());
    }

    static String when(Instant time, Instant now) {
        long minutes = Math.max(0, Duration.between(time, now).toMinutes());
        if (minutes < 60) {
            return minutes < 1 ? "just now" : minutes + " min ago";
        }
        return minutes < 24 * 60 ? minutes / 60 + " h ago" : minutes < 14 * 24 * 60 ? minutes / (24 * 60) + " days ago"
                : DAY.format(time);
    }

    static String due(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        String exact = DAY.format(day.atStartOfDay(ZoneId.systemDefault()));
        return days < 0 ? "overdue since " + exact : days == 0 ? "today" : days == 1 ? "tomorrow"
                : days < 15 ? "in " + days + " days, " + exact : exact;
    }

    static String effort(int minutes) {
        return minutes < 90 ? "about " + minutes + " min" : "about " + (minutes + 30) / 60 + " h";
    }

    static String verdict(Review.Verdict verdict) {
        return switch (verdict) {
            case APPROVED -> "approved";
            case CHANGES_REQUESTED -> "asked for changes";
            case COMMENTED -> "commented";
            case DISMISSED -> "withdrew a review";
            case PENDING -> "is writing a review";
            case OTHER -> "answered";
        };
    }
}
