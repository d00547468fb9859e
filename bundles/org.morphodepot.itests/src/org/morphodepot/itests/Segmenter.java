package org.morphodepot.itests;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolItem;
import org.morphodepot.label.SegmentCounts;
import org.morphodepot.testing.ui.Robot;
import org.morphodepot.viewer.SliceOrientation;
import org.morphodepot.viewer.ViewTransform;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.VoxelPoint;

/** What somebody with a task does in the window: activates it, paints, presses the tools of the task. Not on the UI thread. */
final class Segmenter {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Workbench workbench;
    private final Robot robot;
    private final School school;

    Segmenter(Workbench workbench, School school) {
        this.workbench = workbench;
        this.school = school;
        robot = workbench.robot();
    }

    Session activate(int issue) {
        workbench.run("org.morphodepot.tasks.activate", Map.of("org.morphodepot.tasks.activate.task", school.task(issue)));
        robot.waitFor("the labels of task " + issue, LONG, () -> active(issue).isPresent());
        robot.find("view-axial", Control.class);
        Robot.pause(800);
        return active(issue).orElseThrow();
    }

    private Optional<Session> active(int issue) {
        return workbench.sessions().active().filter(session -> session.file()
                .filter(file -> file.endsWith("issue-" + issue + ".seg.nrrd")).isPresent());
    }

    /** One stroke of the brush in the axial slice. */
    void paint(Session session, VoxelPoint at) {
        Control axial = robot.find("view-axial", Control.class);
        session.update(view -> view.withCrosshair(at));
        Robot.pause(400);
        Point size = robot.ui(axial::getSize);
        ViewTransform transform = session.scene(SliceOrientation.AXIAL, size.x, size.y).orElseThrow().transform();
        int x = (int) transform.screenX(at.x());
        int y = (int) transform.screenY(at.y());
        long before = voxels(session);
        robot.hover(axial, x, y);
        session.toolbox().choose("brush");
        Robot.pause(300);
        robot.drag(axial, 1, new Point(x - 4, y), new Point(x + 4, y + 3), new Point(x + 8, y));
        robot.waitFor("the stroke in the labels", () -> voxels(session) > before);
    }

    private static long voxels(Session session) {
        SegmentCounts counts = SegmentCounts.of(session.labelling().current());
        return session.labelling().current().segments().stream().mapToLong(s -> counts.of(s.id()).voxels()).sum();
    }

    /** Presses an enabled tool by its text. */
    void press(String text) {
        robot.click(robot.find("the tool " + text, ToolItem.class, item -> text.equals(item.getText()) && item.isEnabled()));
    }
}
