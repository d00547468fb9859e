package org.morphodepot.viewer.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segmentation;
import org.morphodepot.viewer.AutoWindow;
import org.morphodepot.viewer.Samples;
import org.morphodepot.viewer.ViewerState;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.cache.ChunkCache;

/** The steps from an address to a session. What was opened is closed again when a later step fails. */
record Opening(Volumes volumes, ToolPalette tools, ChunkCache cache, Progress progress) {

    private static final double LABEL_OPACITY = 0.5;

    Session open(Address address) throws IOException {
        if (!LabelFiles.isLabels(address)) {
            return open(address, LabelFiles.labelsOf(address));
        }
        if (!address.isFile()) {
            throw new VolumeException(Kind.UNSUPPORTED, address.name()
                    + " is on a server; download it and open the file");
        }
        Optional<Address> scan = LabelFiles.scanOf(address.path());
        return scan.isPresent() ? open(scan.get(), Optional.of(address.path())) : alone(address);
    }

    Session open(Address address, Optional<Path> labels) throws IOException {
        progress.report(0, 3, "Opening " + address.name());
        Scan scan = scan(address);
        try {
            progress.check();
            Segmentation segmentation = labels.isPresent() ? read(labels.get(), scan)
                    : Segmentation.empty(scan.size(), scan.volume().geometry());
            progress.check();
            return session(scan, segmentation, labels);
        } catch (IOException | RuntimeException e) {
            cache.forget(scan.volume());
            scan.volume().close();
            throw e;
        }
    }

    private Session alone(Address address) throws IOException {
        progress.report(0, 3, "Opening " + address.name());
        Segmentation segmentation = LabelFiles.read(address.path(), volumes, progress);
        try (Dataset dataset = volumes.open(address)) {
            Volume blank = BlankVolume.of(address.name(), segmentation.size(), segmentation.geometry());
            return session(new Scan(address, dataset.info(), blank, true), segmentation, Optional.of(address.path()));
        }
    }

    private Scan scan(Address address) throws IOException {
        Dataset dataset = volumes.open(address);
        try {
            return new Scan(address, dataset.info(), dataset.volume(), false);
        } catch (IOException | RuntimeException e) {
            dataset.close();
            throw e;
        }
    }

    private Segmentation read(Path labels, Scan scan) throws IOException {
        progress.report(1, 3, "Reading " + labels.getFileName());
        Segmentation segmentation = LabelFiles.read(labels, volumes, progress);
        if (!segmentation.size().equals(scan.size())) {
            throw new VolumeException(Kind.MALFORMED, labels.getFileName() + " does not fit " + scan.address().name()
                    + ": it has " + segmentation.size() + " voxels, the scan " + scan.size()
                    + "; move it away to open the scan alone");
        }
        return segmentation;
    }

    private Session session(Scan scan, Segmentation segmentation, Optional<Path> file) throws IOException {
        progress.report(2, 3, "Looking at the values of " + scan.address().name());
        Labelling labelling = new Labelling(segmentation);
        segmentation.segments().stream().findFirst().ifPresent(first -> labelling.activate(first.id()));
        return new Session(scan, cache, labelling, tools, view(scan.volume(), scan.size()), file);
    }

    private ViewerState view(Volume volume, VoxelSize size) throws IOException {
        DisplayRange range = volume instanceof BlankVolume ? new DisplayRange(0, 1)
                : AutoWindow.of(Samples.of(volume, key -> cache.get(volume, key)));
        VoxelPoint middle = new VoxelPoint(size.x() / 2, size.y() / 2, size.z() / 2);
        return new ViewerState(middle, range, Map.of(), LABEL_OPACITY, true, true, true, true);
    }
}
