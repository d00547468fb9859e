package org.morphodepot.tasks.ui.list;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

import org.morphodepot.github.Person;
import org.morphodepot.mylyn.Change;
import org.morphodepot.mylyn.TaskRow;
import org.morphodepot.tasks.ui.active.Painted;
import org.morphodepot.work.tasks.Task;

/** Tasks in words, for rows and tool tips. */
final class TaskWords {

    private static final int MOST_STRUCTURES = 12;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);

    private TaskWords() {
    }

    /** Such as {@code Eyes  #3}. */
    static String title(TaskRow row) {
        return row.title() + row.ref().map(ref -> "  #" + ref.number()).orElse("");
    }

    /** Short, for the right end of a row; empty when nothing is planned. */
    static String planned(TaskRow row, LocalDate today) {
        Optional<LocalDate> day = row.done() ? Optional.empty() : row.planned();
        return day.map(date -> near(date, today)).orElse("");
    }

    private static String near(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (Math.abs(days) > 6) {
            String pattern = day.getYear() == today.getYear() ? "d MMM" : "d MMM yyyy";
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
        }
        return switch ((int) days) {
            case 0 -> "today";
            case 1 -> "tomorrow";
            case -1 -> "yesterday";
            default -> days < 0 ? -days + " days ago" : DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH).format(day);
        };
    }

    /** Several lines. */
    static String tip(TaskRow row, LocalDate today, Optional<Painted> painted) {
        List<String> lines = new ArrayList<>();
        lines.add(row.title());
        lines.add(row.ref().map(Object::toString).orElse(row.group()));
        row.task().ifPresent(task -> lines.add(capital(task.state().words()) + people(task)));
        row.due().ifPresent(day -> lines.add((row.isOverdue(today) ? "Overdue since " : "Due ") + DAY.format(day)));
        row.scheduled().ifPresent(day -> lines.add("Scheduled for " + DAY.format(day)));
        if (row.change() != Change.NONE) {
            lines.add(capital(row.change().words()));
        }
        if (!row.spent().minusMinutes(1).isNegative()) {
            lines.add("You worked on it for " + time(row.spent()));
        }
        row.task().ifPresent(task -> details(lines, task, painted));
        return String.join("\n", lines);
    }

    private static void details(List<String> lines, Task task, Optional<Painted> painted) {
        if (!task.structures().isEmpty()) {
            lines.add("");
            lines.add("Structures:");
            task.structures().stream().limit(MOST_STRUCTURES).forEach(name -> lines.add("  \u2022 " + name + painted
                    .map(known -> known.of(name)).filter(OptionalLong::isPresent)
                    .map(count -> ": " + Painted.words(count.getAsLong())).orElse("")));
            if (task.structures().size() > MOST_STRUCTURES) {
                lines.add("  and " + (task.structures().size() - MOST_STRUCTURES) + " more");
            }
        }
        task.blockTrouble().ifPresent(lines::add);
    }

    private static String people(Task task) {
        List<String> names = task.assignees().stream().map(Person::login).toList();
        return names.isEmpty() ? "" : ", " + String.join(", ", names);
    }

    static String time(Duration time) {
        return time.toHours() > 0 ? time.toHours() + " h " + time.toMinutesPart() + " min" : time.toMinutes() + " min";
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
