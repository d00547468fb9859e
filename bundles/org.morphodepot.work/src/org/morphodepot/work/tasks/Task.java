package org.morphodepot.work.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.morphodepot.depot.TaskBlock;
import org.morphodepot.github.Person;
import org.morphodepot.github.PullRequest;
import org.morphodepot.work.TaskRef;

/**
 * Something to segment, as an issue tells it.
 *
 * @param text of the issue in Markdown, without the hidden block
 * @param block what the task is about, for programs
 * @param blockTrouble why the hidden block could not be read, in one line for people
 * @param contribution the open pull request for it; empty when there is none or it is merged already
 * @param due the day it is due: of the block, else of the milestone
 * @param milestone title, or empty
 * @param comments how many
 */
public record Task(TaskRef ref, String title, String text, Optional<TaskBlock> block, Optional<String> blockTrouble,
        List<Person> assignees, TaskState state, Optional<PullRequest> contribution, Optional<LocalDate> due, String milestone,
        Person author, Instant created, Instant updated, int comments, String url) {

    public Task {
        assignees = List.copyOf(assignees);
    }

    public boolean isAssignedTo(String login) {
        return assignees.stream().anyMatch(person -> person.is(login));
    }

    public boolean isOverdue(LocalDate today) {
        return !state.isOver() && due.filter(day -> day.isBefore(today)).isPresent();
    }

    /** Names of the structures to segment; empty for whatever the text says. */
    public List<String> structures() {
        return block.map(b -> b.structures().stream().map(TaskBlock.Structure::name).toList()).orElse(List.of());
    }
}
