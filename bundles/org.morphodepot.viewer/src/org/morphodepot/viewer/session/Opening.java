package org.morphodepot.viewer.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.Grid;
import org.morphodepot.label.segnrrd.Placement;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.viewer.ViewerState;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.PlacedDataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.io.AtomicFile;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.cache.ChunkCache;

/** The steps from an address to a session. What was opened is closed again when a later step fails. */
record Opening(Volumes volumes, ToolPalette tools, ChunkCache cache, Journals journals, Progress progress) {

    private static final double LABEL_OPACITY = 0.5;

    Session open(OpenRequest request) throws IOException {
        Address address = request.address();
        progress.report(0, -1, "Opening " + address.name());
        Dataset dataset = volumes.open(address, progress);
        try {
            if (SegNrrd.isSegmentation(dataset.info(), address.name())) {
                return alone(address, dataset);
            }
            progress.check();
            Scan scan = Scan.of(address, placed(dataset, request), request.places());
            return withLabels(scan, request);
        } catch (IOException | RuntimeException e) {
            dataset.close();
            throw e;
        }
    }

    private Dataset placed(Dataset dataset, OpenRequest request) throws IOException {
        boolean says = dataset.info().geometry().isPresent() || dataset.info().size().size() < 3;
        if (says) {
            return dataset;
        }
        return switch (request.spacing()) {
            case Spacing.Voxels() -> dataset;
            case Spacing.Sides(double x, double y, double z, String unit) ->
                new PlacedDataset(dataset, new double[] {x, y, z}, unit);
            case Spacing.Ask() -> throw new SpacingUnknown(request.address().name(), ofLabels(request));
        };
    }

    private Optional<Geometry> ofLabels(OpenRequest request) throws IOException {
        if (request.labels().isEmpty()) {
            return Optional.empty();
        }
        try (Dataset labels = volumes.open(Address.of(request.labels().get()))) {
            return labels.info().geometry();
        }
    }

    private Session alone(Address address, Dataset dataset) throws IOException {
        Segmentation segmentation = SegNrrd.read(dataset, Optional.empty(), progress);
        dataset.close();
        Volume blank = BlankVolume.of(address.name(), segmentation.size(), segmentation.geometry());
        Optional<Path> file = address.isFile() ? Optional.of(address.path()) : Optional.empty();
        String base = file.isPresent() ? JournalNames.of(file.get(), segmentation.size(), segmentation.geometry())
                : JournalNames.of(segmentation);
        return session(new Scan(address, dataset.info(), blank, true), segmentation, file, base);
    }

    private Session withLabels(Scan scan, OpenRequest request) throws IOException {
        if (request.labels().isEmpty()) {
            return session(scan, Segmentation.empty(scan.size(), scan.volume().geometry()), Optional.empty(),
                    JournalNames.emptyOn(scan.size(), scan.volume().geometry()));
        }
        Path labels = request.labels().get();
        progress.report(0, -1, "Reading " + labels.getFileName());
        AtomicFile.sweep(labels);
        Grid grid = new Grid(scan.size(), scan.volume().geometry());
        try (Dataset dataset = volumes.open(Address.of(labels))) {
            Segmentation segmentation = SegNrrd.read(dataset, grid, request.placement(), progress);
            boolean exact = request.placement() == Placement.EXACT;
            String base = exact ? JournalNames.of(labels, scan.size(), scan.volume().geometry())
                    : JournalNames.of(segmentation);
            // Labels that were changed to fit are another file: saving asks for its name.
            return session(scan, segmentation, request.labels().filter(_ -> exact), base);
        }
    }

    private Session session(Scan scan, Segmentation segmentation, Optional<Path> file, String base)
            throws IOException {
        progress.check();
        progress.report(0, -1, "Looking at the values of " + scan.address().name());
        try {
            Shown shown = Shown.of(scan, cache);
            progress.check();
            Journals.Kept kept = journals.begin(scan.address(), file, base, segmentation);
            return new Session(shown, cache, kept.labelling(), tools, view(shown), file, kept.journal());
        } catch (IOException | RuntimeException e) {
            cache.forget(scan.volume());
            throw e;
        }
    }

    private static ViewerState view(Shown shown) {
        VoxelSize size = shown.scan().size();
        VoxelPoint middle = new VoxelPoint(size.x() / 2, size.y() / 2, size.z() / 2);
        return new ViewerState(middle, shown.window(), Map.of(), LABEL_OPACITY, true, true, true, true);
    }
}
