package org.morphodepot.work.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.depot.ColorRow;
import org.morphodepot.depot.ColorTable;
import org.morphodepot.depot.TaskBlock;
import org.morphodepot.label.Edit;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.segnrrd.Grid;
import org.morphodepot.label.segnrrd.GridMismatch;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.work.SavedLabels;

/** The labels file of a task that nobody has begun: the baseline with its ids, and the structures the task asks for. */
final class FirstLabels {

    private final Volumes volumes;
    private final Progress progress;
    private final List<String> notes;

    FirstLabels(Volumes volumes, Progress progress, List<String> notes) {
        this.volumes = volumes;
        this.progress = progress;
        this.notes = notes;
    }

    /** Nothing is committed. */
    void writeIfMissing(Assignment assignment) throws IOException {
        if (Files.exists(assignment.labels())) {
            return;
        }
        Grid grid = SavedLabels.grid(volumes, assignment.scan());
        Path baseline = assignment.folder().resolve(SavedLabels.BASELINE);
        Segmentation start = Files.isRegularFile(baseline) ? baseline(baseline, grid)
                : Segmentation.empty(grid.size(), grid.geometry());
        SegNrrd.write(SegNrrd.withReference(withStructures(start, assignment)), assignment.labels(), progress);
    }

    private Segmentation baseline(Path file, Grid grid) throws IOException {
        try (Dataset dataset = volumes.open(Address.of(file))) {
            return SegNrrd.read(dataset, Optional.of(grid), progress);
        } catch (GridMismatch other) {
            notes.add("The baseline was brought to the scan: " + other.getMessage());
            return SavedLabels.read(volumes, file, Optional.of(grid), progress);
        }
    }

    /** The structures of the task that the baseline does not have become empty segments, as the colour table describes them. */
    private static Segmentation withStructures(Segmentation start, Assignment assignment) throws IOException {
        if (assignment.block().isEmpty() || assignment.colorTable().isEmpty()) {
            return start;
        }
        List<ColorRow> rows = ColorTable.read(assignment.colorTable().get()).rows();
        List<Segment> missing = new ArrayList<>();
        for (TaskBlock.Structure structure : assignment.block().get().structures()) {
            rows.stream().filter(row -> row.label() > 0 && isMeant(structure, row)).findFirst().map(ColorRow::segment)
                    .filter(segment -> start.segments().stream().noneMatch(s -> s.name().equals(segment.name())))
                    .ifPresent(missing::add);
        }
        if (missing.isEmpty()) {
            return start;
        }
        Edit added = SegmentEdits.add(start, missing);
        return start.withSegments(added.segments().after());
    }

    private static boolean isMeant(TaskBlock.Structure structure, ColorRow row) {
        return structure.label().isPresent() ? structure.label().getAsInt() == row.label()
                : structure.name().strip().equalsIgnoreCase(row.name().strip());
    }
}
