package org.morphodepot.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.cli.phantom.PhantomSpecimen;
import org.morphodepot.label.Segment;
import org.morphodepot.testing.ui.Robot;
import org.morphodepot.viewer.SliceOrientation;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.Progress;

/** Moving through a scan, and the list of segments, by hand. */
@ExtendWith(PictureOnFailure.class)
class NavigationTest {

    @TempDir
    Path folder;

    private final Workbench workbench = new Workbench();
    private final Robot robot = workbench.robot();
    private Session session;
    private Control axial;

    @BeforeEach
    void openSpecimen() throws IOException {
        session = workbench.open(PhantomSpecimen.ensure(folder, workbench.volumes(), Progress.NONE));
        workbench.settle();
        axial = robot.find("view-axial", Control.class);
    }

    @AfterEach
    void close() {
        workbench.clear();
    }

    @Test
    void wheel_movesTheSliceAndTheOtherViewsKeepTheirs() {
        int before = slice();
        Point size = robot.ui(axial::getSize);

        robot.wheel(axial, size.x / 2, size.y / 2, 3);

        robot.waitFor("three slices further", () -> Math.abs(slice() - before) == 3);
        assertEquals(3, Math.abs(slice() - before));
    }

    @Test
    void wheelWithControl_zoomsTheViewUnderThePointer() {
        Point size = robot.ui(axial::getSize);
        robot.click(axial, size.x / 2, size.y / 2);
        double before = zoom();

        robot.keyboard().holding("ctrl", () -> robot.wheel(axial, size.x / 2, size.y / 2, 2));

        robot.waitFor("a larger picture", () -> zoom() > before * 1.05);
    }

    @Test
    void segments_areAddedRenamedHiddenAndRemovedByHand() {
        robot.click(robot.find("segment-add", org.eclipse.swt.widgets.ToolItem.class));
        robot.waitFor("a segment", () -> segments() == 1);
        Table table = robot.find("segments-table", Table.class);
        robot.click(table, 100, 12);
        robot.keyboard().press("F2");
        Robot.pause(400);
        robot.keyboard().press("ctrl+a");
        robot.keyboard().type("femur");
        robot.keyboard().press("Return");
        robot.waitFor("the new name", () -> first().name().equals("femur"));

        TableItem row = robot.find("the row", TableItem.class, item -> item.getText(2).equals("femur"));
        robot.click(row);
        robot.waitFor("the segment to hide", () -> !first().visible());
        robot.click(table, 100, 12);
        robot.keyboard().press("Delete");
        robot.waitFor("no segment", () -> segments() == 0);
        robot.click(axial, 5, 60);
        robot.keyboard().press("ctrl+z");
        robot.waitFor("the segment to be back", () -> segments() == 1);
    }

    @Test
    void history_goesBackToTheStateOfADoubleClickedEdit() {
        robot.click(robot.find("segment-add", org.eclipse.swt.widgets.ToolItem.class));
        robot.waitFor("a segment", () -> segments() == 1);
        robot.click(robot.find("segment-add", org.eclipse.swt.widgets.ToolItem.class));
        robot.waitFor("two segments", () -> segments() == 2);
        robot.click(robot.findText("History", org.eclipse.swt.custom.CTabItem.class));
        Table history = robot.find("history-table", Table.class);
        robot.waitFor("three rows", () -> history.getItemCount() == 3);
        Point oldest = robot.ui(() -> history.toDisplay(history.getItem(2).getBounds().x + 40,
                history.getItem(2).getBounds().y + 6));

        robot.pointer().doubleClick(oldest.x, oldest.y);

        robot.waitFor("the state of the beginning", () -> segments() == 0);
        robot.click(robot.findText("Info", org.eclipse.swt.custom.CTabItem.class));
    }

    private Segment first() {
        return session.labelling().current().segments().getFirst();
    }

    private int segments() {
        return session.labelling().current().segments().size();
    }

    private int slice() {
        return session.view().crosshair().get(session.planes().get(SliceOrientation.AXIAL).normal());
    }

    private double zoom() {
        var camera = session.view().cameras().get(SliceOrientation.AXIAL);
        return camera == null ? 0 : camera.zoom();
    }
}
