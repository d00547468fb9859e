package org.morphodepot.depot;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.morphodepot.volume.VoxelBox;

/**
 * What a task is about, for programs: a hidden block in the body of an issue (docs/task-block.md). Issues without one are
 * plain tasks.
 *
 * @param version of the form; higher ones than {@link #VERSION} are read as far as known and kept when written
 * @param structures what to segment; empty for whatever the text says
 * @param region voxels of the scan to work in, half open; empty for the whole scan
 * @param instructions short, in Markdown; the text is for the rest
 * @param presets how tools and views start, by name
 * @param effortMinutes how long it may take
 * @param due the day it is due
 * @param baseline the segmentation to start from; empty for the depot's newest
 * @param unknown keys of other programs with their JSON text, kept as they are
 */
public record TaskBlock(int version, List<Structure> structures, Optional<VoxelBox> region, String instructions,
        Map<String, String> presets, OptionalInt effortMinutes, Optional<LocalDate> due, Optional<Baseline> baseline,
        Map<String, String> unknown) {

    public static final int VERSION = 1;

    /** A task about nothing yet. */
    public static final TaskBlock EMPTY = new TaskBlock(VERSION, List.of(), Optional.empty(), "", Map.of(),
            OptionalInt.empty(), Optional.empty(), Optional.empty(), Map.of());

    public TaskBlock {
        structures = List.copyOf(structures);
        presets = Map.copyOf(presets);
        unknown = Map.copyOf(unknown);
    }

    /**
     * A structure to segment.
     *
     * @param label row of the colour table, if the table has it
     * @param name as in the colour table
     * @param term the coded type, may be {@link Concept#NONE}
     */
    public record Structure(OptionalInt label, String name, Concept term) {
    }

    /**
     * The segmentation a task starts from.
     *
     * @param release tag, such as {@code v2}, or empty
     * @param sha256 of the file in hexadecimal digits, or empty
     */
    public record Baseline(String release, String sha256) {
    }

    /** What a body says. */
    public sealed interface Finding {

        /** A block. */
        record Found(TaskBlock block) implements Finding {
        }

        /** No block: a plain task. */
        record Plain() implements Finding {
        }

        /** A block that cannot be read; {@code why} is one line for people. The text above it still counts. */
        record Damaged(String why) implements Finding {
        }
    }

    /** Reads the block of an issue's body. */
    public static Finding in(String body) {
        return TaskText.find(body);
    }

    /** The body without its block: what people read. */
    public static String visible(String body) {
        return TaskText.visible(body);
    }

    /** The body with this block instead of the one it has; the visible text stays as it is. */
    public String into(String body) {
        return TaskText.put(body, this);
    }

    public TaskBlock withStructures(List<Structure> others) {
        return new TaskBlock(version, others, region, instructions, presets, effortMinutes, due, baseline, unknown);
    }

    public TaskBlock withRegion(Optional<VoxelBox> other) {
        return new TaskBlock(version, structures, other, instructions, presets, effortMinutes, due, baseline, unknown);
    }

    public TaskBlock withInstructions(String other) {
        return new TaskBlock(version, structures, region, other, presets, effortMinutes, due, baseline, unknown);
    }

    public TaskBlock withEffort(int minutes) {
        return new TaskBlock(version, structures, region, instructions, presets, OptionalInt.of(minutes), due, baseline, unknown);
    }

    public TaskBlock withDue(Optional<LocalDate> other) {
        return new TaskBlock(version, structures, region, instructions, presets, effortMinutes, other, baseline, unknown);
    }

    public TaskBlock withBaseline(Optional<Baseline> other) {
        return new TaskBlock(version, structures, region, instructions, presets, effortMinutes, due, other, unknown);
    }
}
