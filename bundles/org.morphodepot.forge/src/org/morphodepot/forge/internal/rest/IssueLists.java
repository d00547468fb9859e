package org.morphodepot.forge.internal.rest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;

import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.state.Issue;

/** The filters that lists of issues have in common. */
final class IssueLists {

    private IssueLists() {
    }

    static boolean inState(Issue issue, String state) {
        return state.equals("all") || issue.state.equals(state);
    }

    /** Whether it has all labels of a list with commas. */
    static boolean hasLabels(Issue issue, String labels) {
        return labels.isEmpty() || Arrays.stream(labels.split(",")).map(String::strip)
                .allMatch(wanted -> issue.labels.stream().anyMatch(wanted::equalsIgnoreCase));
    }

    /** Whether it changed at or after a moment; a moment that cannot be read takes all. */
    static boolean since(Issue issue, String moment) {
        if (moment == null) {
            return true;
        }
        try {
            return !Instant.parse(issue.updated).isBefore(OffsetDateTime.parse(moment).toInstant());
        } catch (DateTimeParseException e) {
            return true;
        }
    }

    /** By creation, or by change where that is asked for; newest first unless asked otherwise. */
    static Comparator<Issue> order(Call call) {
        Comparator<Issue> order = Comparator.comparing((Issue issue) -> call.query("sort").orElse("").equals("updated")
                ? issue.updated : issue.created).thenComparing(issue -> issue.id);
        return call.query("direction").orElse("desc").equals("asc") ? order : order.reversed();
    }
}
