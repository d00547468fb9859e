package org.morphodepot.project.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.morphodepot.depot.ColorRow;
import org.morphodepot.depot.Concept;
import org.morphodepot.depot.TaskBlock;
import org.morphodepot.depot.TaskBlock.Structure;
import org.morphodepot.depot.Terminology;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Permission;
import org.morphodepot.github.Person;
import org.morphodepot.github.RepoName;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.project.Planning;
import org.morphodepot.work.project.Rights;
import org.morphodepot.work.project.TaskBoard;
import org.morphodepot.work.project.TaskDraft;
import org.morphodepot.work.tasks.Task;
import org.morphodepot.work.tasks.TaskState;

class TaskChoicesTest {

    private static final RepoName DEPOT = RepoName.of("ada/danio");

    private final List<ColorRow> rows = List.of(row(1, "femur"), row(2, "femur"), row(3, "skull"));
    private final TaskChoices choices = new TaskChoices(new Planning(
            new Rights(DEPOT, "ada", Optional.of(Permission.ADMIN), false, true), rows,
            List.of(Person.named("bea"), Person.named("cem")), new TaskBoard(DEPOT, List.of(task(9, 3, "skull")))));

    private static ColorRow row(int label, String name) {
        return new ColorRow(label, name, 1, 2, 3, 255, Terminology.tissue(""));
    }

    private static Task task(int number, int label, String structure) {
        TaskBlock block = TaskBlock.EMPTY.withStructures(List.of(new Structure(OptionalInt.of(label), structure, Concept.NONE)));
        return new Task(new TaskRef(ForgeAddress.GITHUB, DEPOT, number), structure, "", Optional.of(block), Optional.empty(),
                List.of(), TaskState.UNASSIGNED, Optional.empty(), Optional.empty(), "", Person.GHOST, Instant.EPOCH, Instant.EPOCH,
                0, "");
    }

    @Test
    void chosenRows_becomeOneTaskEachInTheOrderOfTheTable() {
        choices.choose(rows.get(2), true);
        choices.choose(rows.get(0), true);
        choices.shareOut(List.of("bea", "cem"));
        List<TaskDraft> drafts = choices.drafts();
        assertEquals(List.of("Femur (row 1)", "Skull"), drafts.stream().map(TaskDraft::title).toList());
        assertEquals(List.of(List.of("bea"), List.of("cem")), drafts.stream().map(TaskDraft::assignees).toList());
        assertEquals(List.of(rows.get(2)), choices.doubles(), "the skull has an open task");
    }

    @Test
    void together_isOneTaskOfAllPeople() {
        rows.forEach(row -> choices.choose(row, true));
        choices.giveAll("bea");
        choices.give(rows.get(2), "cem");
        choices.together(true);
        choices.region(rows.get(0), Optional.of(new VoxelBox(0, 0, 0, 3, 5, 5)));
        choices.region(rows.get(1), Optional.of(new VoxelBox(2, 0, 0, 4, 4, 4)));
        assertEquals(Optional.empty(), choices.drafts().getFirst().block().region(), "the skull may be anywhere");
        choices.region(rows.get(2), Optional.of(new VoxelBox(2, 0, 0, 5, 4, 4)));
        choices.due(Optional.of(LocalDate.of(2026, 12, 24)));
        choices.instructions("  Mind the gap. ");
        TaskDraft draft = choices.drafts().getFirst();
        assertEquals(1, choices.drafts().size());
        assertEquals("Femur, skull", draft.title());
        assertEquals(List.of("bea", "cem"), draft.assignees());
        assertEquals(3, draft.block().structures().size());
        assertEquals("Mind the gap.", draft.block().instructions());
        assertEquals(LocalDate.of(2026, 12, 24), draft.block().due().orElseThrow());
        assertEquals(new VoxelBox(0, 0, 0, 5, 5, 5), draft.block().region().orElseThrow());
    }

    @Test
    void regions_belongToTheirStructures() {
        choices.choose(rows.get(0), true);
        choices.choose(rows.get(2), true);
        VoxelBox box = new VoxelBox(1, 2, 3, 4, 5, 6);
        choices.region(rows.get(2), Optional.of(box));
        assertEquals(List.of(Optional.empty(), Optional.of(box)),
                choices.drafts().stream().map(draft -> draft.block().region()).toList());
        choices.region(rows.get(2), Optional.of(VoxelBox.EMPTY));
        assertEquals(Optional.empty(), choices.region(rows.get(2)), "an empty box is none");
    }

    @Test
    void nothingChosen_isNoTask() {
        choices.choose(rows.get(0), true);
        choices.choose(rows.get(0), false);
        assertEquals(0, choices.size());
        assertEquals(List.of(), choices.drafts());
    }
}
