package org.morphodepot.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.morphodepot.depot.TaskBlock;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Issue;
import org.morphodepot.github.IssueQuery;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.testing.ui.Robot;
import org.morphodepot.viewer.session.BoxDrawing;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.checkpoint.Checkpoint;
import org.morphodepot.work.start.Assignment;
import org.morphodepot.work.start.StartWork;
import org.morphodepot.work.submit.Submit;

/** The director's views: tasks from structures, and a walk through the differences of a contribution. */
@ExtendWith(PictureOnFailure.class)
class ReviewTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    /** The first block of the scan, which Robin fills with spine. */
    private static final VoxelBox FILLED = new VoxelBox(0, 0, 0, Block.SIDE, Block.SIDE, Block.SIDE);

    private final Workbench workbench = new Workbench();
    private final Robot robot = workbench.robot();
    private School school;
    private RepoName depot;
    private VoxelBox drawn;

    @BeforeEach
    void openSchool() throws IOException {
        school = new School();
        depot = RepoName.inAddress(school.task(4)).orElseThrow();
        school.signIn("robin");
        school.signIn("director");
        workbench.perspective("project");
        workbench.settle();
    }

    @AfterEach
    void close() {
        workbench.clear();
        workbench.perspective("segment");
    }

    @Test
    void contribution_isWalkedThroughAndCommented() throws IOException {
        PullRequest pull = contribution();
        Session session = review("Check the spine");
        assertTrue(robot.ui(robot.find("difference-title", Label.class)::getText).startsWith("Check the spine"));
        TableItem spine = robot.find("the change of the spine", TableItem.class,
                item -> item.getText().equals("spine") && !item.getText(1).isEmpty());
        assertEquals("+32,768", robot.ui(() -> spine.getText(1)));
        assertTrue(robot.ui(() -> spine.getText(2)).startsWith("\u2212"), "some of it is gone");
        robot.waitFor("the largest difference first", () -> FILLED.contains(session.view().crosshair()));
        workbench.picture("review-difference");

        robot.click(robot.find("difference-next", Button.class));
        robot.waitFor("the next difference", () -> !FILLED.contains(session.view().crosshair()));
        robot.click(robot.find("difference-show-base", ToolItem.class));
        robot.waitFor("the base", () -> shown(session).contains("spine (before)") && !shown(session).contains("spine"));
        assertFalse(session.labelling().isDirty(), "looking is no edit");

        robot.click(robot.find("review-text", Text.class));
        robot.keyboard().type("Why this block?");
        robot.click(robot.find("review-here", Button.class));
        robot.click(robot.find("review-comment", Button.class));
        waitForComment(pull.number(), "Why this block?\n\nPlace in the scan: voxels ");
        VoxelPoint place = session.view().crosshair();
        robot.click(robot.find("difference-previous", Button.class));
        robot.waitFor("the first difference again", () -> FILLED.contains(session.view().crosshair()));
        robot.waitFor("the comment in the list", () -> robot.sees(Label.class, label -> label.getText().equals(
                "1 comment about places")));
        robot.click(robot.find("difference-comment-next", Button.class));
        robot.waitFor("the place of the comment", () -> session.view().crosshair().equals(place));
        workbench.picture("review-commented");
    }

    @Test
    void contributionOfARestoredEditor_isComparedAgain() throws IOException {
        contribution();
        Session session = review("Check the spine");
        String scan = session.scan().address().toString();
        String picture = session.file().orElseThrow().toString();
        workbench.clear();
        robot.find("difference-empty", Link.class);
        workbench.run("org.morphodepot.viewer.ui.open", Map.of("org.morphodepot.viewer.ui.open.address", scan,
                "org.morphodepot.viewer.ui.open.labels", picture));
        robot.waitFor("the differences", LONG, () -> robot.sees(Label.class,
                label -> label.getText().startsWith("Check the spine (#")));
        assertTrue(robot.sees(TableItem.class, item -> item.getText(1).equals("+32,768")));
    }

    @Test
    void structures_becomeTasksOfPeople() throws IOException {
        int before = tasks().size();
        robot.waitFor("the depot", LONG, () -> robot.sees(TableItem.class, item -> item.getText().equals("Check the spine")));
        workbench.run("org.morphodepot.project.structures", Map.of());
        robot.click(robot.find("structures-filter", Text.class));
        robot.keyboard().type("jaw");
        robot.click(robot.findText("Choose Shown", Button.class));
        robot.click(robot.find("structures-share", Button.class));
        workbench.picture("new-tasks-structures");
        robot.click(robot.findText("Next >", Button.class));
        drawRegion();
        robot.click(robot.findText("Next >", Button.class));
        robot.click(robot.find("tasks-instructions", Text.class));
        robot.keyboard().type("Both bars.");
        robot.click(robot.findText("Next >", Button.class));
        robot.waitFor("the preview", () -> robot.sees(Text.class, text -> text.getText().contains("Both bars.")
                && text.getText().startsWith("Please segment:")));
        workbench.picture("new-tasks-preview");
        robot.click(robot.findText("Finish", Button.class));
        robot.waitFor("the summary", LONG, () -> robot.sees(Label.class,
                label -> label.getText().startsWith("1 task is made: #")));
        robot.keyboard().press("Return");
        robot.waitFor("the new task on the board", LONG, () -> robot.sees(TableItem.class,
                item -> item.getText().equals("Jaw") && item.getText(3).equals("robin") && !item.getText(1).equals("#3")));
        List<Issue> after = tasks();
        assertEquals(before + 1, after.size());
        assertTrue(after.getFirst().isAssignedTo("robin"));
        assertTrue(after.getFirst().body().contains("\"name\": \"jaw\""), after.getFirst().body());
        VoxelBox region = region(after.getFirst());
        assertEquals(drawn, region, "the task holds the box that was drawn");
        workbench.picture("task-board");
    }

    /** Draws a box in the axial slice, pulls one side of it in the coronal one, and takes a third drag back. */
    private void drawRegion() throws IOException {
        robot.click(robot.find("regions-draw", Button.class));
        Button done = robot.find("draw-done", Button.class);
        Session scan = workbench.sessions().active().orElseThrow();
        Control axial = robot.find("view-axial", Control.class);
        Point middle = robot.ui(() -> new Point(axial.getSize().x / 2, axial.getSize().y / 2));
        robot.drag(axial, 1, new Point(middle.x - 60, middle.y - 40), new Point(middle.x, middle.y), new Point(middle.x + 40,
                middle.y + 30));
        robot.waitFor("a box", () -> box(scan).isPresent());
        VoxelBox first = box(scan).orElseThrow();
        workbench.picture("draw-region");
        robot.drag(axial, 1, new Point(middle.x + 40, middle.y), new Point(middle.x + 50, middle.y), new Point(middle.x + 70,
                middle.y));
        robot.waitFor("a wider box", () -> box(scan).orElseThrow().voxels() > first.voxels());
        drawn = box(scan).orElseThrow();
        assertEquals(first.depth(), drawn.depth(), "only one side moved");
        robot.drag(axial, 1, new Point(middle.x, middle.y), new Point(middle.x + 5, middle.y + 10), new Point(middle.x + 9,
                middle.y + 15));
        robot.waitFor("a moved box", () -> !box(scan).orElseThrow().equals(drawn));
        robot.click(robot.find("draw-undo", Button.class));
        robot.waitFor("the box as before", () -> box(scan).orElseThrow().equals(drawn));
        assertEquals(drawn.x1() - 1, robot.ui(robot.find("draw-i-last", Spinner.class)::getSelection));
        robot.click(done);
        robot.find("regions-draw", Button.class);
        assertEquals(Optional.empty(), scan.regions().drawing(), "the left button is for tools again");
    }

    private static Optional<VoxelBox> box(Session scan) {
        return scan.regions().drawing().flatMap(BoxDrawing::box);
    }

    private static VoxelBox region(Issue issue) {
        return TaskBlock.in(issue.body()) instanceof TaskBlock.Finding.Found found ? found.block().region().orElseThrow()
                : VoxelBox.EMPTY;
    }

    private List<Issue> tasks() throws IOException {
        return director().issues(depot).list(IssueQuery.open());
    }

    private GitHub director() throws IOException {
        return school.desk().github(school.account("director"));
    }

    /** Robin fills one block of the scan with spine, empties another and asks for a review; without a window. */
    private PullRequest contribution() throws IOException {
        school.desk().accounts().activate(school.account("robin"));
        TaskRef task = new TaskRef(ForgeAddress.of(school.server()), depot, 4);
        Assignment work = StartWork.on(school.desk(), task, Progress.NONE);
        Segmentation painted = painted(work);
        SegNrrd.write(painted, work.labels(), Progress.NONE);
        Checkpoint.of(school.desk(), work, painted, Progress.NONE);
        Submit.at(school.desk()).askForReview(work, "Is it right?");
        PullRequest pull = school.waitForPull("robin", 4, false);
        school.desk().accounts().activate(school.account("director"));
        return pull;
    }

    private Segmentation painted(Assignment work) throws IOException {
        try (Dataset file = workbench.volumes().open(Address.of(work.labels()))) {
            Segmentation start = SegNrrd.read(file, Optional.empty(), Progress.NONE);
            Segment spine = start.segments().stream().filter(one -> one.name().equals("spine")).findFirst().orElseThrow();
            return start.withLayers(List.of(start.layer(0).with(List.of(
                    new BlockChange(0, 0, 0, Block.uniform(spine.label())), new BlockChange(2, 1, 1, Block.uniform(0))))));
        }
    }

    /** Opens a contribution in the view Reviews. */
    private Session review(String title) {
        workbench.view("org.morphodepot.project.reviews");
        workbench.run("org.morphodepot.project.refresh", Map.of());
        TableItem item = robot.find("the contribution to " + title, TableItem.class,
                one -> one.getText().startsWith(title + " (#") && !one.getText().contains("draft"));
        robot.click(item);
        robot.keyboard().press("Return");
        robot.find("difference-title", Label.class);
        return workbench.sessions().active().orElseThrow();
    }

    private static List<String> shown(Session session) {
        return session.labelling().current().segments().stream().filter(Segment::visible).map(Segment::name).toList();
    }

    private void waitForComment(int pull, String beginning) throws IOException {
        for (int i = 0; i < 60; i++) {
            if (director().issues(depot).comments(pull).stream().anyMatch(one -> one.body().startsWith(beginning))) {
                return;
            }
            Robot.pause(500);
        }
        throw new AssertionError("no comment that begins with " + beginning);
    }
}
