package org.morphodepot.tasks.ui.list;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.morphodepot.mylyn.TaskRow;
import org.morphodepot.work.tasks.Task;

/**
 * Which tasks are shown.
 *
 * @param words all of them must be in a task's title, number, depot, structures or people; in lower case
 * @param finished whether merged and closed tasks are shown
 * @param depot only tasks of that depot: the working set
 */
record TaskFilter(List<String> words, boolean finished, Optional<String> depot) {

    static final TaskFilter OPEN = new TaskFilter(List.of(), false, Optional.empty());

    TaskFilter withText(String text) {
        return new TaskFilter(Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList(),
                finished, depot);
    }

    TaskFilter withFinished(boolean shown) {
        return new TaskFilter(words, shown, depot);
    }

    TaskFilter withDepot(Optional<String> only) {
        return new TaskFilter(words, finished, only);
    }

    /** Whether it hides anything that the person may look for. */
    boolean isNarrow() {
        return !words.isEmpty() || depot.isPresent();
    }

    boolean shows(Findable one) {
        TaskRow row = one.row();
        return (finished || !row.done() || row.change().isIncoming()) && depot.filter(name -> !name.equals(row.group())).isEmpty()
                && words.stream().allMatch(one.text()::contains);
    }

    /** A task and all that can be found of it, in lower case: made once, searched on every key. */
    record Findable(TaskRow row, String text) {

        static Findable of(TaskRow row) {
            StringBuilder text = new StringBuilder(row.title()).append(' ').append(row.group());
            row.task().ifPresent(task -> append(text, task));
            return new Findable(row, text.toString().toLowerCase(Locale.ROOT));
        }

        private static void append(StringBuilder text, Task task) {
            text.append(" #").append(task.ref().number()).append(' ').append(task.state().words());
            task.structures().forEach(name -> text.append(' ').append(name));
            task.assignees().forEach(person -> text.append(" @").append(person.login()));
        }
    }
}
