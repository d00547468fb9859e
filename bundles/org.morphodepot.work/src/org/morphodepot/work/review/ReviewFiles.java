package org.morphodepot.work.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.Grid;
import org.morphodepot.label.segnrrd.GridMismatch;
import org.morphodepot.label.segnrrd.Placement;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;

/** Reads the two sides of a comparison onto one grid: the scan's, or the contribution's own where there is no scan. */
final class ReviewFiles {

    private final Volumes volumes;
    private final Progress progress;
    private final List<String> remarks = new ArrayList<>();

    ReviewFiles(Volumes volumes, Progress progress) {
        this.volumes = volumes;
        this.progress = progress;
    }

    /** What the director should know of how they were read. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    Comparison compare(Fetched fetched, Optional<Address> scan) throws IOException {
        progress.report(0, -1, "Reading the contribution");
        Optional<Grid> grid = scan.isPresent() ? Optional.of(gridOf(scan.get())) : Optional.empty();
        Segmentation contribution = read(fetched.contribution(), "The contribution", grid);
        Grid common = new Grid(contribution.size(), contribution.geometry());
        Segmentation base = fetched.base().isPresent() ? read(fetched.base().get(), "What it started from", Optional.of(common))
                : Segmentation.empty(common.size(), common.geometry());
        return Comparison.of(base, contribution, progress);
    }

    private Grid gridOf(Address scan) throws IOException {
        try (Dataset dataset = volumes.open(scan)) {
            return new Grid(dataset.volume().levels().getFirst().size(), dataset.volume().geometry());
        }
    }

    private Segmentation read(Path file, String what, Optional<Grid> grid) throws IOException {
        try {
            return read(file, grid, Placement.EXACT);
        } catch (GridMismatch e) {
            remarks.add(what + " lies on another grid and was fitted to the scan: " + e.getMessage());
            return read(file, grid, Placement.RESAMPLED);
        }
    }

    private Segmentation read(Path file, Optional<Grid> grid, Placement placement) throws IOException {
        try (Dataset dataset = volumes.open(Address.of(file))) {
            return grid.isPresent() ? SegNrrd.read(dataset, grid.get(), placement, progress)
                    : SegNrrd.read(dataset, grid, progress);
        }
    }
}
