package org.morphodepot.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.cli.phantom.PhantomSpecimen;
import org.morphodepot.label.SegmentCounts;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.testing.ui.Robot;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;

/** Labels go out cropped to their extent, and as OME-Zarr, by the dialog; the session keeps the file it has. */
@ExtendWith(PictureOnFailure.class)
class ExportTest {

    @TempDir
    Path folder;

    private final Workbench workbench = new Workbench();
    private final Robot robot = workbench.robot();
    private Session session;

    @BeforeEach
    void paint() throws IOException {
        session = workbench.open(PhantomSpecimen.ensure(folder, workbench.volumes(), Progress.NONE));
        workbench.settle();
        Control axial = robot.find("view-axial", Control.class);
        Point size = robot.ui(axial::getSize);
        robot.click(axial, size.x / 2, size.y / 2);
        robot.keyboard().press("2");
        robot.waitFor("the brush", () -> session.toolbox().active().filter(tool -> tool.id().equals("brush")).isPresent());
        robot.drag(axial, 1, new Point(size.x / 2 - 30, size.y / 2), new Point(size.x / 2, size.y / 2 + 20),
                new Point(size.x / 2 + 30, size.y / 2 + 5));
        robot.waitFor("the stroke in the labels", () -> voxels(session.labelling().current()) > 0);
    }

    @AfterEach
    void close() {
        workbench.clear();
    }

    @Test
    void labels_areExportedCropped() throws IOException {
        Path file = export("cropped.seg.nrrd");
        try (Dataset dataset = workbench.volumes().open(Address.of(file))) {
            assertTrue(voxels(dataset) < session.scan().size().box().voxels(), "it is smaller than the scan");
        }
        try (Dataset dataset = workbench.volumes().open(Address.of(file))) {
            assertEquals(voxels(session.labelling().current()), voxels(SegNrrd.read(dataset, Optional.empty(), Progress.NONE)));
        }
        assertTrue(session.labelling().isDirty(), "an export is no save");
    }

    @Test
    void labels_areExportedAsZarr() throws IOException {
        Path file = export("labels.zarr");
        try (Dataset dataset = workbench.volumes().open(Address.of(file))) {
            assertEquals(session.scan().size().box().voxels(), voxels(dataset));
        }
    }

    /** Types a name into the dialog, which is the system's. */
    private Path export(String name) throws IOException {
        Path target = folder.resolve(name);
        workbench.run("org.morphodepot.label.ui.export", Map.of());
        Robot.pause(1500);
        workbench.picture("export-" + name);
        robot.keyboard().press("ctrl+a");
        robot.keyboard().type(target.toString());
        robot.keyboard().press("Return");
        robot.waitFor("the exported file", () -> Files.exists(target) && opens(target));
        return target;
    }

    private boolean opens(Path file) {
        try (Dataset _ = workbench.volumes().open(Address.of(file))) {
            return true;
        } catch (IOException _) {
            return false; // it is still being written
        }
    }

    private static long voxels(Dataset dataset) {
        return dataset.info().size().stream().reduce(1L, (a, b) -> a * b);
    }

    private static long voxels(Segmentation labels) {
        SegmentCounts counts = SegmentCounts.of(labels);
        return labels.segments().stream().mapToLong(segment -> counts.of(segment.id()).voxels()).sum();
    }
}
