package org.morphodepot.tasks.ui.list;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** The days one can schedule a task for with one click. */
enum Scheduling {
    TODAY("Today"), TOMORROW("Tomorrow"), NEXT_WEEK("Next Monday"), NEVER("Not Scheduled");

    private final String title;

    Scheduling(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    Optional<LocalDate> day(LocalDate today) {
        return switch (this) {
            case TODAY -> Optional.of(today);
            case TOMORROW -> Optional.of(today.plusDays(1));
            case NEXT_WEEK -> Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
            case NEVER -> Optional.empty();
        };
    }
}
