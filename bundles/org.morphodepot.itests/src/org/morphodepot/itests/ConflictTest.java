package org.morphodepot.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.git.CommitId;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.label.Segmentation;
import org.morphodepot.testing.ui.Robot;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.work.conflict.Conflict;
import org.morphodepot.work.queue.Entry;
import org.morphodepot.work.start.Assignment;
import org.morphodepot.work.start.Assignments;

/** One person paints the same voxels on two computers, and decides place by place in the view Conflict. */
@ExtendWith(PictureOnFailure.class)
class ConflictTest {

    private static final int TASK = 2;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final VoxelPoint FIRST = new VoxelPoint(20, 36, 44);
    private static final VoxelPoint NEAR = new VoxelPoint(16, 24, 30);
    private static final VoxelPoint FAR = new VoxelPoint(16, 48, 30);
    private static final VoxelPoint SECOND = new VoxelPoint(56, 36, 50);
    private static final VoxelPoint DISPUTED = new VoxelPoint(56, 24, 30);
    private static final VoxelPoint ASIDE = new VoxelPoint(70, 50, 12);

    private final Workbench workbench = new Workbench();
    private final Robot robot = workbench.robot();
    private School school;

    @TempDir
    Path office;

    @BeforeEach
    void openSchool() throws IOException {
        school = new School();
        school.signIn("director");
        school.signIn("sam");
        workbench.settle();
    }

    @AfterEach
    void close() {
        workbench.clear();
        Robot.pause(1000);
    }

    @Test
    void sameVoxelsOnTwoComputers_areDecidedPlaceByPlace() throws Exception {
        Segmenter sam = new Segmenter(workbench, school);
        Session session = sam.activate(TASK);
        sam.paint(session, FIRST);
        sam.press("Submit");
        school.waitForPull("sam", TASK, true);
        try (OtherComputer other = school.elsewhere(office, "sam", TASK)) {
            Segmentation base = other.labels();
            other.paint("spine", around(NEAR));
            other.paint("spine", around(FAR));
            other.submit();
            sam.paint(session, NEAR);
            sam.paint(session, FAR);
            Segmentation mine = session.labelling().current();
            sam.press("Submit");
            decide();
            waitUntilSent();
            assertDecided(base, mine, other.labels(), other.sent());
            assertDecided(base, mine, other.labels(), session.labelling().current());
        }
        assertKept();
    }

    @Test
    void place_isPaintedAnew_onBothVersions() throws Exception {
        Segmenter sam = new Segmenter(workbench, school);
        Session session = sam.activate(TASK);
        session.update(view -> view.withFrame(Optional.empty())); // where somebody looked before, these places are not seen
        sam.paint(session, SECOND);
        sam.press("Submit");
        waitUntilSent();
        try (OtherComputer other = school.elsewhere(office, "sam", TASK)) {
            other.paint("spine", around(DISPUTED));
            other.paint("spine", around(ASIDE));
            other.submit();
            sam.paint(session, DISPUTED);
            sam.press("Submit");
            ToolItem painted = robot.find("Use What I Painted", ToolItem.class,
                    item -> "conflict-painted".equals(item.getData("org.eclipse.e4.ui.css.id")) && item.isEnabled());
            robot.waitFor("what the other computer painted elsewhere", LONG,
                    () -> name(session.labelling().current(), ASIDE.x(), ASIDE.y(), ASIDE.z()).equals("spine"));
            sam.paint(session, new VoxelPoint(DISPUTED.x(), DISPUTED.y(), DISPUTED.z() + 6));
            Segmentation mine = session.labelling().current();
            workbench.picture("conflict-painted");
            robot.click(painted);
            ToolItem finish = robot.find("conflict-finish", ToolItem.class);
            robot.waitFor("all to be decided", finish::isEnabled);
            robot.click(finish);
            robot.find("the end of the conflict", Label.class, label -> label.getText().startsWith("No conflict."));
            waitUntilSent();
            assertSame(mine, other.sent());
            assertEquals("spine", name(other.sent(), ASIDE.x(), ASIDE.y(), ASIDE.z()), "theirs is not lost");
        }
    }

    private void waitUntilSent() {
        robot.waitFor("all to be sent", LONG, () -> school.desk().queue().entries().stream()
                .allMatch(entry -> entry.state() == Entry.State.DONE));
    }

    private static void assertSame(Segmentation wanted, Segmentation found) {
        VoxelBox all = found.size().box();
        for (int z = 0; z < all.z1(); z++) {
            for (int y = 0; y < all.y1(); y++) {
                for (int x = 0; x < all.x1(); x++) {
                    assertEquals(name(wanted, x, y, z), name(found, x, y, z), x + "," + y + "," + z);
                }
            }
        }
    }

    private static VoxelBox around(VoxelPoint p) {
        return new VoxelBox(p.x() - 6, p.y() - 6, p.z() - 4, p.x() + 7, p.y() + 7, p.z() + 5);
    }

    /** Mine at the first place and theirs at the other. */
    private void decide() throws IOException {
        Table table = robot.find("the places to decide", Table.class, one -> one.getItemCount() == 2
                && "conflict-table".equals(one.getData("org.eclipse.e4.ui.css.id")));
        ToolItem finish = robot.find("conflict-finish", ToolItem.class);
        assertEquals(List.of("skull", "spine"),
                robot.ui(() -> List.of(table.getItem(0).getText(0), table.getItem(0).getText(1))));
        assertTrue(robot.ui(() -> !finish.isEnabled()), "two places are open");
        Robot.pause(1500);
        workbench.picture("conflict");
        robot.click(row(table, NEAR));
        robot.waitFor("the slices at the place", () -> around(NEAR).contains(
                workbench.sessions().active().orElseThrow().view().crosshair()));
        robot.click(robot.find("conflict-mine", ToolItem.class));
        robot.waitFor("the next place", () -> around(FAR).contains(
                workbench.sessions().active().orElseThrow().view().crosshair()));
        robot.click(robot.find("conflict-theirs", ToolItem.class));
        robot.waitFor("all to be decided", finish::isEnabled);
        Robot.pause(800);
        workbench.picture("conflict-decided");
        robot.click(finish);
        robot.find("the end of the conflict", Label.class, label -> label.getText().startsWith("No conflict."));
        workbench.picture("conflict-finished");
    }

    /** Places come in the order of the scan. */
    private TableItem row(Table table, VoxelPoint place) {
        return robot.ui(() -> table.getItem(place.equals(NEAR) ? 0 : 1));
    }

    /** Voxel by voxel: what one side changed, mine where both did at the near place, theirs at the far one. */
    private static void assertDecided(Segmentation base, Segmentation mine, Segmentation theirs, Segmentation found) {
        int disputed = 0;
        VoxelBox all = found.size().box();
        for (int z = 0; z < all.z1(); z++) {
            for (int y = 0; y < all.y1(); y++) {
                for (int x = 0; x < all.x1(); x++) {
                    String began = name(base, x, y, z);
                    String ours = name(mine, x, y, z);
                    String other = name(theirs, x, y, z);
                    boolean both = !ours.equals(began) && !other.equals(began) && !ours.equals(other);
                    disputed += both ? 1 : 0;
                    boolean takeMine = both ? around(NEAR).contains(x, y, z) : other.equals(began);
                    assertEquals(takeMine ? ours : other, name(found, x, y, z), x + "," + y + "," + z);
                }
            }
        }
        assertTrue(disputed > 1, "both painted there");
    }

    private static String name(Segmentation labels, int x, int y, int z) {
        for (int i = 0; i < labels.layers().size(); i++) {
            int label = labels.layer(i).label(x, y, z);
            if (label != 0) {
                return labels.segmentAt(i, label).orElseThrow().name();
            }
        }
        return "nothing";
    }

    private void assertKept() throws IOException {
        Assignment work = Assignments.of(school.desk()).of(school.ref(TASK), school.account("sam")).orElseThrow();
        assertTrue(Conflict.of(school.desk(), work, Progress.NONE).isEmpty(), "nothing is undecided");
        school.desk().folders().in(work.folder(), clone -> {
            CommitId ours = kept(clone, "ours");
            CommitId theirs = kept(clone, "theirs");
            assertTrue(clone.contains(clone.head(), ours) && clone.contains(clone.head(), theirs) && !ours.equals(theirs));
            return clone;
        });
    }

    private static CommitId kept(WorkFolder clone, String side) throws IOException {
        return clone.kept("issue-" + TASK + "/" + side).orElseThrow();
    }
}
