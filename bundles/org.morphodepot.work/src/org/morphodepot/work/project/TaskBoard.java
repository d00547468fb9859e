package org.morphodepot.work.project;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.depot.TaskBlock.Structure;
import org.morphodepot.github.Person;
import org.morphodepot.github.RepoName;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Known;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.tasks.Task;
import org.morphodepot.work.tasks.TaskBook;
import org.morphodepot.work.tasks.TaskState;

/** All tasks of a depot and how far they are. Immutable. */
public record TaskBoard(RepoName depot, List<Task> tasks) {

    public TaskBoard {
        tasks = List.copyOf(tasks);
    }

    /**
     * Asks the forge. Without an answer it is what was known, with the trouble.
     *
     * @throws WorkException when nothing was ever known
     */
    public static Known<TaskBoard> ask(Desk desk, Account account, RepoName depot, Progress progress) throws WorkException {
        return board(depot, TaskBook.of(desk).ofDepot(account, depot, progress));
    }

    /** As it was last time, without asking. */
    public static Optional<Known<TaskBoard>> known(Desk desk, Account account, RepoName depot) {
        return TaskBook.of(desk).knownOfDepot(account, depot).map(known -> board(depot, known));
    }

    private static Known<TaskBoard> board(RepoName depot, Known<List<Task>> tasks) {
        return new Known<>(new TaskBoard(depot, tasks.value()), tasks.asOf(), tasks.trouble());
    }

    /** The tasks a filter shows, latest activity first. */
    public List<Task> shown(BoardFilter filter) {
        return tasks.stream().filter(filter::shows).sorted(Comparator.comparing(TaskBoard::activity).reversed()).toList();
    }

    /** How many are in each state, in the order of the states. */
    public Map<TaskState, Integer> counts() {
        Map<TaskState, Integer> counts = new EnumMap<>(TaskState.class);
        for (TaskState state : TaskState.values()) {
            counts.put(state, (int) tasks.stream().filter(task -> task.state() == state).count());
        }
        return counts;
    }

    /** How much of what was not given up is merged, 0 to 1. */
    public double progress() {
        long all = tasks.stream().filter(task -> task.state() != TaskState.CLOSED).count();
        return all == 0 ? 0 : counts().get(TaskState.MERGED) / (double) all;
    }

    /** Who has tasks, by name, with their number of open ones. */
    public Map<Person, Integer> people() {
        Map<String, Person> byLogin = new LinkedHashMap<>();
        tasks.forEach(task -> task.assignees().forEach(p -> byLogin.putIfAbsent(p.login().toLowerCase(Locale.ROOT), p)));
        Map<Person, Integer> people = new LinkedHashMap<>();
        byLogin.values().stream().sorted(Comparator.comparing(person -> person.login().toLowerCase(Locale.ROOT)))
                .forEach(person -> people.put(person, (int) tasks.stream()
                        .filter(task -> !task.state().isOver() && task.isAssignedTo(person.login())).count()));
        return people;
    }

    /** When something last happened to a task: to its issue or its contribution. */
    public static Instant activity(Task task) {
        Instant pull = task.contribution().map(p -> p.updated()).orElse(Instant.EPOCH);
        return task.updated().isAfter(pull) ? task.updated() : pull;
    }

    /** Tasks that wait for their segmenters and with which nothing happened for some time, longest first. */
    public List<Task> stuck(Duration quiet, Instant now) {
        return tasks.stream().filter(task -> task.state().isForSegmenter() && activity(task).isBefore(now.minus(quiet)))
                .sorted(Comparator.comparing(TaskBoard::activity)).toList();
    }

    /** Open tasks about a structure: by row and name of the colour table. */
    public List<Task> about(Structure structure) {
        return tasks.stream().filter(task -> !task.state().isOver() && task.block().isPresent()
                && task.block().get().structures().stream().anyMatch(other -> other.label().equals(structure.label())
                        && other.name().equals(structure.name()))).toList();
    }
}
