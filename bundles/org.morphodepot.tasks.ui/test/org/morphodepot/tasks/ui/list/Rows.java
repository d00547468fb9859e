package org.morphodepot.tasks.ui.list;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.morphodepot.depot.Concept;
import org.morphodepot.depot.TaskBlock;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Person;
import org.morphodepot.github.RepoName;
import org.morphodepot.mylyn.Change;
import org.morphodepot.mylyn.TaskListing;
import org.morphodepot.mylyn.TaskQuery;
import org.morphodepot.mylyn.TaskRow;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.tasks.Task;
import org.morphodepot.work.tasks.TaskState;

/** Made-up tasks. */
public final class Rows {

    private Rows() {
    }

    public static TaskRow row(int number, String title, TaskState state, Change change, Optional<LocalDate> due,
            String... structures) {
        TaskRef ref = new TaskRef(ForgeAddress.GITHUB, RepoName.of("lab/danio-" + number % 7), number);
        TaskBlock block = TaskBlock.EMPTY.withStructures(List.of(structures).stream()
                .map(name -> new TaskBlock.Structure(OptionalInt.empty(), name, Concept.NONE)).toList());
        Task task = new Task(ref, title, "", Optional.of(block), Optional.empty(), List.of(Person.named("ada")), state,
                Optional.empty(), due, "", Person.named("dana"), Instant.EPOCH, Instant.EPOCH, 0, ref.url());
        return new TaskRow("h" + number, Optional.of(task), title, ref.depot().toString(), change, Optional.empty(), due,
                Duration.ZERO, state.isOver(), false);
    }

    public static TaskListing listing(TaskRow... rows) {
        return new TaskListing("mine", "Assigned to me", Optional.of(TaskQuery.assignedToMe()), Optional.empty(), List.of(rows));
    }
}
