package org.morphodepot.project.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.morphodepot.depot.ColorRow;
import org.morphodepot.depot.TaskBlock;
import org.morphodepot.depot.TaskBlock.Structure;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.project.Planning;
import org.morphodepot.work.project.TaskDraft;
import org.morphodepot.work.tasks.Task;

/** What a director chose in the wizard: structures, who does them, where, until when. */
final class TaskChoices {

    private final Planning planning;
    private final Set<ColorRow> chosen = new LinkedHashSet<>();
    private final Map<ColorRow, String> people = new HashMap<>();
    private boolean together;
    private final Map<ColorRow, VoxelBox> regions = new HashMap<>();
    private Optional<LocalDate> due = Optional.empty();
    private String instructions = "";

    TaskChoices(Planning planning) {
        this.planning = planning;
    }

    Planning planning() {
        return planning;
    }

    void choose(ColorRow row, boolean wanted) {
        if (wanted) {
            chosen.add(row);
        } else {
            chosen.remove(row);
        }
    }

    boolean isChosen(ColorRow row) {
        return chosen.contains(row);
    }

    int size() {
        return chosen.size();
    }

    /** Gives a structure to somebody; an empty login gives it to nobody. */
    void give(ColorRow row, String login) {
        people.put(row, login);
    }

    void giveAll(String login) {
        chosen.forEach(row -> give(row, login));
    }

    /** Gives the chosen structures to people in turn. */
    void shareOut(List<String> logins) {
        int turn = 0;
        for (ColorRow row : inOrder()) {
            give(row, logins.get(turn++ % logins.size()));
        }
    }

    /** Login of who does it, or empty. */
    String who(ColorRow row) {
        return people.getOrDefault(row, "");
    }

    /** One task with all structures instead of one for each. */
    void together(boolean wanted) {
        together = wanted;
    }

    /** Where a structure is worked on; empty for the whole scan. */
    Optional<VoxelBox> region(ColorRow row) {
        return Optional.ofNullable(regions.get(row));
    }

    void region(ColorRow row, Optional<VoxelBox> box) {
        box.filter(one -> !one.isEmpty()).ifPresentOrElse(one -> regions.put(row, one), () -> regions.remove(row));
    }

    /** What holds the regions of all these structures; empty when one of them may be anywhere. */
    private Optional<VoxelBox> around(List<ColorRow> rows) {
        return rows.stream().allMatch(regions::containsKey) ? rows.stream().map(regions::get).reduce(VoxelBox::union)
                : Optional.empty();
    }

    void due(Optional<LocalDate> day) {
        due = day;
    }

    void instructions(String text) {
        instructions = text.strip();
    }

    /** Open tasks about the structure. */
    List<Task> already(ColorRow row) {
        return planning.board().about(TaskDraft.structure(row));
    }

    /** Structures that get a second open task. */
    List<ColorRow> doubles() {
        return inOrder().stream().filter(row -> !already(row).isEmpty()).toList();
    }

    /** The chosen structures as in the table. */
    List<ColorRow> inOrder() {
        return planning.structures().stream().filter(chosen::contains).toList();
    }

    List<TaskDraft> drafts() {
        List<ColorRow> rows = inOrder();
        if (rows.isEmpty()) {
            return List.of();
        }
        if (together) {
            List<Structure> all = rows.stream().map(TaskDraft::structure).toList();
            return List.of(TaskDraft.of(block(all, around(rows)), TaskDraft.title(all),
                    rows.stream().map(this::who).filter(login -> !login.isEmpty()).distinct().toList()));
        }
        List<TaskDraft> drafts = new ArrayList<>();
        for (ColorRow row : rows) {
            List<Structure> one = List.of(TaskDraft.structure(row));
            drafts.add(TaskDraft.of(block(one, region(row)), title(row, one),
                    who(row).isEmpty() ? List.of() : List.of(who(row))));
        }
        return drafts;
    }

    /** Paired bones share their name: then the row tells them apart. */
    private String title(ColorRow row, List<Structure> one) {
        long same = planning.structures().stream().filter(other -> other.name().strip().equals(row.name().strip())).count();
        return TaskDraft.title(one) + (same > 1 ? " (row " + row.label() + ")" : "");
    }

    private TaskBlock block(List<Structure> structures, Optional<VoxelBox> region) {
        return TaskBlock.EMPTY.withStructures(structures).withRegion(region).withDue(due).withInstructions(instructions);
    }
}
