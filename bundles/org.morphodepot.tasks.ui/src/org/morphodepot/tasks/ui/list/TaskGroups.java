package org.morphodepot.tasks.ui.list;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.morphodepot.mylyn.TaskListing;
import org.morphodepot.mylyn.TaskRow;
import org.morphodepot.tasks.ui.list.TaskFilter.Findable;
import org.morphodepot.work.tasks.Task;
import org.morphodepot.work.tasks.TaskState;

/** All tasks of somebody, ready to be filtered and grouped while they type. Immutable; any thread. */
final class TaskGroups {

    private static final Comparator<Findable> ORDER = Comparator.comparing((Findable one) -> rank(one.row()))
            .thenComparing(one -> one.row().planned().orElse(LocalDate.MAX)).thenComparing(one -> one.row().group())
            .thenComparing(one -> one.row().ref().map(ref -> ref.number()).orElse(0)).thenComparing(one -> one.row().title());

    private final List<TaskListing> listings;
    private final Map<String, List<Findable>> rows = new LinkedHashMap<>();

    TaskGroups(List<TaskListing> listings) {
        this.listings = List.copyOf(listings);
        Map<String, String> titles = titles(listings);
        for (TaskListing listing : listings) {
            rows.put(listing.handle(), listing.rows().stream().map(row -> named(row, titles)).map(Findable::of).sorted(ORDER)
                    .toList());
        }
    }

    /** What the tasks of contributions are called, by depot and branch. */
    private static Map<String, String> titles(List<TaskListing> listings) {
        Map<String, String> titles = new HashMap<>();
        listings.stream().flatMap(listing -> listing.rows().stream()).forEach(row -> row.ref()
                .ifPresent(ref -> titles.put(row.group() + " issue-" + ref.number(), row.title())));
        return titles;
    }

    /** Contributions are called by their branch, such as issue-3; people know the task. */
    private static TaskRow named(TaskRow row, Map<String, String> titles) {
        String title = titles.get(row.group() + " " + row.title());
        return title == null ? row : new TaskRow(row.handle(), row.task(), title, row.group(), row.change(), row.scheduled(),
                row.due(), row.spent(), row.done(), row.active());
    }

    /** What waits for the person comes first. */
    private static int rank(TaskRow row) {
        return row.active() ? 0 : switch (row.task().map(Task::state).orElse(TaskState.NOT_STARTED)) {
            case CHANGES_REQUESTED -> 1;
            case IN_PROGRESS -> 2;
            case NOT_STARTED -> 3;
            case UNASSIGNED -> 4;
            case SUBMITTED -> 5;
            case MERGED, CLOSED -> 6;
        };
    }

    List<TaskListing> listings() {
        return listings;
    }

    boolean isEmpty() {
        return listings.stream().allMatch(listing -> listing.rows().isEmpty());
    }

    /** Depots that tasks belong to: the working sets. */
    List<String> depots() {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        listings.forEach(listing -> listing.rows().stream().filter(row -> !row.isLocal()).forEach(row -> names.add(row.group())));
        return List.copyOf(names);
    }

    /** One group per list; empty local tasks are left out, so is everything the filter hides. */
    List<TaskGroup> categorised(TaskFilter filter) {
        List<TaskGroup> groups = new ArrayList<>();
        for (TaskListing listing : listings) {
            List<TaskRow> shown = rows.get(listing.handle()).stream().filter(filter::shows).map(Findable::row).toList();
            if (!shown.isEmpty() || !filter.isNarrow() && listing.query().isPresent()) {
                groups.add(TaskGroup.of(listing.handle(), listing.name(), shown));
            }
        }
        return groups;
    }

    /** When something is to be done. */
    enum Bin {
        OVERDUE("Overdue"), TODAY("Today"), TOMORROW("Tomorrow"), THIS_WEEK("This week"), NEXT_WEEK("Next week"), LATER("Later"),
        UNSCHEDULED("Not scheduled"), DONE("Done");

        private final String title;

        Bin(String title) {
            this.title = title;
        }

        static Bin of(TaskRow row, LocalDate today) {
            if (row.done()) {
                return DONE;
            }
            if (row.planned().isEmpty()) {
                return UNSCHEDULED;
            }
            LocalDate day = row.planned().get();
            LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            return row.isOverdue(today) || day.isBefore(today) ? OVERDUE : day.equals(today) ? TODAY
                    : day.equals(today.plusDays(1)) ? TOMORROW : !day.isAfter(sunday) ? THIS_WEEK
                    : !day.isAfter(sunday.plusDays(7)) ? NEXT_WEEK : LATER;
        }
    }

    /** By when something is to be done; each task once. */
    List<TaskGroup> scheduled(TaskFilter filter, LocalDate today) {
        Map<Bin, Map<String, TaskRow>> bins = new EnumMap<>(Bin.class);
        rows.values().forEach(list -> list.stream().filter(filter::shows).map(Findable::row).forEach(row -> bins
                .computeIfAbsent(Bin.of(row, today), _ -> new LinkedHashMap<>()).put(row.handle(), row)));
        List<TaskGroup> groups = new ArrayList<>();
        bins.forEach((bin, tasks) -> groups.add(TaskGroup.of(bin.name(), bin.title, List.copyOf(tasks.values()))));
        return groups;
    }
}
