package org.morphodepot.work.project;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import org.morphodepot.depot.ColorRow;
import org.morphodepot.depot.TaskBlock;
import org.morphodepot.depot.TaskBlock.Finding;
import org.morphodepot.depot.TaskBlock.Structure;
import org.morphodepot.volume.VoxelBox;

/**
 * A task that is not an issue yet.
 *
 * @param body what the issue will say, with the hidden task block
 * @param assignees logins of those who do it
 */
public record TaskDraft(String title, String body, List<String> assignees, List<String> labels) {

    private static final int LONGEST_TITLE = 200;

    public TaskDraft {
        assignees = List.copyOf(assignees);
        labels = List.copyOf(labels);
        if (title.isBlank()) {
            throw new IllegalArgumentException("A task needs a title.");
        }
    }

    /** A task to segment what a block names, with a text that says it to people. */
    public static TaskDraft of(TaskBlock block, String title, List<String> assignees) {
        return new TaskDraft(title, block.into(text(block)), assignees, List.of());
    }

    /** The structure of a row of the colour table. */
    public static Structure structure(ColorRow row) {
        return new Structure(OptionalInt.of(row.label()), row.name().strip(), row.terms().type());
    }

    /** What a task about these structures is called. */
    public static String title(List<Structure> structures) {
        String names = structures.stream().map(Structure::name).distinct().collect(Collectors.joining(", "));
        String title = names.isEmpty() ? "Segment" : names.substring(0, 1).toUpperCase(Locale.ROOT) + names.substring(1);
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) + "…" : title;
    }

    private static String text(TaskBlock block) {
        StringBuilder text = new StringBuilder();
        if (!block.structures().isEmpty()) {
            text.append("Please segment:\n");
            block.structures().forEach(structure -> text.append("\n- ").append(plain(structure.name())).append(term(structure)));
            text.append('\n');
        }
        block.region().ifPresent(box -> text.append("\nWork inside voxels ").append(range(box)).append(" of the scan.\n"));
        block.due().ifPresent(day -> text.append("\nDue ").append(day).append(".\n"));
        if (!block.instructions().isBlank()) {
            text.append('\n').append(block.instructions().strip()).append('\n');
        }
        return text.toString();
    }

    /** Names come from a table: nothing in them may look like Markdown, a mention or a hidden comment. */
    private static String plain(String name) {
        return name.strip().replaceAll("[\\p{Cntrl}<>`*_\\[\\]#|@\\\\]", " ").replace("  ", " ").strip();
    }

    private static String term(Structure structure) {
        String scheme = plain(structure.term().scheme());
        String code = plain(structure.term().code());
        return code.isEmpty() ? "" : " (" + scheme + " " + code + ")";
    }

    private static String range(VoxelBox box) {
        return box.x0() + "-" + (box.x1() - 1) + ", " + box.y0() + "-" + (box.y1() - 1) + ", " + box.z0() + "-" + (box.z1() - 1);
    }

    /** The task block in the body. */
    public TaskBlock block() {
        return TaskBlock.in(body) instanceof Finding.Found(TaskBlock found) ? found : TaskBlock.EMPTY;
    }

    public TaskDraft assignedTo(List<String> logins) {
        return new TaskDraft(title, body, logins, labels);
    }
}
