package org.morphodepot.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.cli.phantom.PhantomSpecimen;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentCounts;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.testing.ui.Robot;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;

/** The segmenter's first minutes: paint, undo, threshold, save. */
@ExtendWith(PictureOnFailure.class)
class PaintingTest {

    @TempDir
    Path folder;

    private final Workbench workbench = new Workbench();
    private final Robot robot = workbench.robot();

    @BeforeEach
    void openSpecimen() throws IOException {
        workbench.open(PhantomSpecimen.ensure(folder, workbench.volumes(), Progress.NONE));
        workbench.settle();
    }

    @AfterEach
    void close() {
        workbench.clear();
    }

    @Test
    void firstMinutes_paintUndoThresholdSave() throws IOException {
        Session session = workbench.sessions().active().orElseThrow();
        paint();
        robot.waitFor("the stroke in the labels", () -> voxels(session, 0) > 0);
        long painted = voxels(session, 0);

        robot.keyboard().press("ctrl+z");
        robot.waitFor("the stroke to be gone", () -> voxels(session, 0) == 0);
        robot.keyboard().press("ctrl+y");
        robot.waitFor("the stroke to be back", () -> voxels(session, 0) == painted);
        workbench.picture("painted");

        robot.keyboard().press("n");
        robot.waitFor("a second segment", () -> session.labelling().current().segments().size() == 2);
        robot.keyboard().press("1");
        robot.click(robot.find("tool-apply", Button.class));
        robot.waitFor("the threshold in the labels", () -> voxels(session, 1) > 10_000);
        assertEquals(painted, voxels(session, 0), "the locked first segment keeps its voxels");
        workbench.picture("threshold");

        Path saved = save(session);
        assertSameVoxels(session, saved);
    }

    private void paint() {
        Control axial = robot.find("view-axial", Control.class);
        Point size = robot.ui(axial::getSize);
        robot.click(axial, size.x / 2, size.y / 2);
        robot.keyboard().press("2");
        robot.waitFor("the brush", () -> workbench.sessions().active().orElseThrow().toolbox().active()
                .filter(tool -> tool.id().equals("brush")).isPresent());
        robot.drag(axial, 1, new Point(size.x / 2 - 60, size.y / 2), new Point(size.x / 2 + 20, size.y / 2 + 40),
                new Point(size.x / 2 + 60, size.y / 2 + 10));
    }

    /** Saves through the dialog, typing the name. */
    private Path save(Session session) {
        Path target = folder.resolve("first.seg.nrrd");
        Control axial = robot.find("view-axial", Control.class);
        robot.hover(axial, 40, 40);
        robot.keyboard().press("ctrl+s");
        Robot.pause(1500);
        robot.keyboard().press("ctrl+a");
        robot.keyboard().type(target.toString());
        robot.keyboard().press("Return");
        robot.waitFor("the saved file", () -> session.file().equals(Optional.of(target)) && Files.exists(target));
        robot.waitFor("the editor to be clean", () -> !session.labelling().isDirty());
        return target;
    }

    private void assertSameVoxels(Session session, Path saved) throws IOException {
        Segmentation shown = session.labelling().current();
        try (Dataset dataset = workbench.volumes().open(Address.of(saved))) {
            Segmentation read = SegNrrd.read(dataset, Optional.empty(), Progress.NONE);
            assertEquals(shown.segments().stream().map(Segment::name).toList(),
                    read.segments().stream().map(Segment::name).toList());
            for (Segment segment : shown.segments()) {
                assertEquals(count(shown, segment.id()), count(read, segment.id()), segment.name());
            }
            assertTrue(count(read, shown.segments().getFirst().id()) > 0);
        }
    }

    private static long voxels(Session session, int place) {
        Segmentation now = session.labelling().current();
        return place < now.segments().size() ? count(now, now.segments().get(place).id()) : 0;
    }

    private static long count(Segmentation segmentation, String id) {
        return SegmentCounts.of(segmentation).of(id).voxels();
    }
}
