package org.morphodepot.work.project;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.morphodepot.work.tasks.Task;
import org.morphodepot.work.tasks.TaskState;

/**
 * Which tasks of a board are seen.
 *
 * @param text in the title, the structures, the number or a login, in any case; empty for all
 * @param person login of who has it; empty for all
 */
public record BoardFilter(String text, Optional<String> person, Set<TaskState> states) {

    public static final BoardFilter ALL = new BoardFilter("", Optional.empty(), EnumSet.allOf(TaskState.class));

    public BoardFilter {
        text = text.strip().toLowerCase(Locale.ROOT);
        states = Set.copyOf(states);
    }

    public boolean shows(Task task) {
        return states.contains(task.state()) && person.map(task::isAssignedTo).orElse(true) && says(task);
    }

    private boolean says(Task task) {
        if (text.isEmpty()) {
            return true;
        }
        StringBuilder words = new StringBuilder(task.title()).append(" #").append(task.ref().number());
        task.structures().forEach(name -> words.append(' ').append(name));
        task.assignees().forEach(person -> words.append(' ').append(person.login()));
        return words.toString().toLowerCase(Locale.ROOT).contains(text);
    }

    public BoardFilter saying(String words) {
        return new BoardFilter(words, person, states);
    }

    public BoardFilter of(Optional<String> login) {
        return new BoardFilter(text, login, states);
    }

    public BoardFilter in(Set<TaskState> wanted) {
        return new BoardFilter(text, person, wanted);
    }
}
