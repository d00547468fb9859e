package org.morphodepot.work;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

import org.morphodepot.git.CommitId;
import org.morphodepot.git.FileVersion;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.Grid;
import org.morphodepot.label.segnrrd.GridMismatch;
import org.morphodepot.label.segnrrd.Placement;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.Volumes;

/** Segmentations as files and commits have them. */
public final class SavedLabels {

    /** The segmentation that tasks of a depot start from. */
    public static final String BASELINE = "baseline.seg.nrrd";

    private SavedLabels() {
    }

    /** The labels of a task as a commit has them: its file, else what it begins from, the baseline or nothing. */
    public static Segmentation ofTask(Volumes volumes, WorkFolder work, CommitId commit, String file, Grid grid,
            Progress progress) throws IOException {
        for (String name : List.of(file, BASELINE)) {
            Optional<Segmentation> found = read(volumes, work, commit, name, Optional.of(grid), progress);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return Segmentation.empty(grid.size(), grid.geometry());
    }

    /** The grid of a scan. */
    public static Grid grid(Volumes volumes, Address scan) throws IOException {
        try (Dataset dataset = volumes.open(scan); Volume volume = dataset.volume()) {
            return new Grid(volume.levels().getFirst().size(), volume.geometry());
        }
    }

    /**
     * Reads a file. On a grid that does not fit it is brought there by place, nearest voxel.
     *
     * @param grid of the scan; empty for the file's own
     */
    public static Segmentation read(Volumes volumes, Path file, Optional<Grid> grid, Progress progress) throws IOException {
        try (Dataset dataset = volumes.open(Address.of(file))) {
            return SegNrrd.read(dataset, grid, progress);
        } catch (GridMismatch other) {
            try (Dataset dataset = volumes.open(Address.of(file))) {
                return SegNrrd.read(dataset, grid.orElseThrow(), Placement.RESAMPLED, progress);
            }
        }
    }

    /** Reads a file of a commit; empty when the commit has none of that name. */
    public static Optional<Segmentation> read(Volumes volumes, WorkFolder work, CommitId commit, String path,
            Optional<Grid> grid, Progress progress) throws IOException {
        Optional<FileVersion> version = work.file(commit, path);
        return version.isEmpty() ? Optional.empty() : Optional.of(read(volumes, work, version.get(), grid, progress));
    }

    /** Reads a version of a file. */
    public static Segmentation read(Volumes volumes, WorkFolder work, FileVersion version, Optional<Grid> grid,
            Progress progress) throws IOException {
        Path place = Files.createDirectories(work.folder().resolve(".git/morphodepot"));
        Path copy = Files.createTempFile(place, "version", ".seg.nrrd");
        try (InputStream in = work.open(version)) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return read(volumes, copy, grid, progress);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
