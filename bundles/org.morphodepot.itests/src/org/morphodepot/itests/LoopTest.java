package org.morphodepot.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.morphodepot.github.PullRequest;
import org.morphodepot.testing.ui.Robot;
import org.morphodepot.viewer.SliceOrientation;
import org.morphodepot.viewer.ViewTransform;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;

/** From sign-in to merged contributions, as two segmenters and a director, on the practice depot. */
@ExtendWith(PictureOnFailure.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoopTest {

    private static final VoxelBox EYES = new VoxelBox(9, 17, 34, 24, 56, 48);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Workbench workbench = new Workbench();
    private final Robot robot = workbench.robot();
    private School school;
    private Segmenter segmenter;

    @BeforeEach
    void openSchool() throws IOException {
        school = new School();
        segmenter = new Segmenter(workbench, school);
        workbench.settle();
    }

    @AfterEach
    void close() {
        workbench.clear();
        Robot.pause(1000);
    }

    @Test
    @Order(1)
    void signIn_byDeviceFlow_opensAnAssignedTaskAtItsRegion() throws IOException {
        signIn("sam");
        assertEquals(Set.of("Eyes", "Skull"), Set.copyOf(school.assigned())); // other tests leave tasks like these

        Session session = segmenter.activate(1);
        assertEquals(List.of("spine", "left eye", "right eye"),
                session.labelling().current().segments().stream().map(segment -> segment.name()).toList());
        robot.waitFor("the first structure to be selected", () -> session.labelling().active()
                .flatMap(session.labelling().current()::segment).filter(s -> s.name().equals("left eye")).isPresent());
        assertTrue(EYES.contains(session.view().crosshair()), "crosshair " + session.view().crosshair());
        Control axial = robot.find("view-axial", Control.class);
        VoxelBox seen = seen(session, axial);
        assertEquals(EYES, seen.intersect(EYES), "the axial view shows the region");
        assertTrue(seen.width() < session.scan().size().x(), "and not the whole scan");
        workbench.picture("task-activated");
        assertEquals(List.of(), school.leaks());
    }

    @Test
    @Order(2)
    void loop_asTwoSegmentersAndADirector() throws IOException {
        school.signIn("director");
        school.signIn("robin");
        if (school.desk().accounts().all().stream().noneMatch(account -> account.login().equals("sam"))) {
            school.signIn("sam");
        }
        become("sam");
        Session first = segmenter.activate(1);
        segmenter.paint(first, new VoxelPoint(16, 24, 41));
        save(first);
        askForReview("Both eyes are done.");
        PullRequest pull = school.waitForPull("sam", 1, false);
        assertEquals("issue-1", pull.title());
        workbench.picture("asked-for-review");

        become("director");
        review("Eyes");
        type("review-text", "Please paint the lower rim too.");
        robot.click(enabled("review-changes"));
        school.waitForPull("sam", 1, true);
        workbench.picture("changes-requested");

        become("sam");
        Session second = segmenter.activate(1);
        workbench.run("org.morphodepot.tasks.show", Map.of());
        robot.find("what the director asks for", StyledText.class, text -> text.getText().contains("the lower rim"));
        workbench.picture("task-editor");
        segmenter.activate(1);
        segmenter.paint(second, new VoxelPoint(16, 24, 38));
        save(second);
        askForReview("");
        school.waitForPull("sam", 1, false);

        become("director");
        review("Eyes");
        robot.click(enabled("review-approve"));
        Robot.pause(800);
        robot.click(robot.findText("Approve and Merge", Button.class));
        waitForMerge(pull.number());

        become("robin");
        Session third = segmenter.activate(3);
        segmenter.paint(third, new VoxelPoint(20, 43, 15));
        save(third);
        segmenter.press("Submit");
        PullRequest draft = school.waitForPull("robin", 3, true);
        assertEquals(Optional.of("issue-3"), Optional.of(draft.title()));
        workbench.picture("loop-done");
        assertEquals(List.<Path>of(), school.leaks());
    }

    /** In the dialog, with the code allowed as on the page in the browser. */
    private void signIn(String login) throws IOException {
        workbench.run("org.morphodepot.tasks.signIn", Map.of("org.morphodepot.tasks.signIn.server", school.server()));
        robot.click(robot.find("sign-in", Button.class));
        Label code = robot.find("sign-in-code", Label.class);
        robot.waitFor("a code", () -> code.getText().length() > 5);
        workbench.picture("sign-in-code");
        school.approve(robot.ui(code::getText), login);
        robot.waitFor(login + " to be signed in", LONG, () -> school.isActive(login));
        robot.waitFor("the dialog to close", code::isDisposed);
    }

    /** Chooses somebody in the menu at the lower right. */
    private void become(String login) {
        if (school.isActive(login)) {
            return;
        }
        int place = school.desk().accounts().all().indexOf(school.account(login));
        robot.click(robot.find("account", ToolItem.class));
        Robot.pause(600);
        for (int i = 0; i <= place; i++) {
            robot.keyboard().press("Down");
        }
        robot.keyboard().press("Return");
        robot.waitFor(login + " to be the one who works", () -> school.isActive(login));
        Robot.pause(1500);
    }

    private void save(Session session) {
        Control axial = robot.find("view-axial", Control.class);
        robot.hover(axial, 30, 30);
        robot.ui(axial::setFocus);
        robot.keyboard().press("ctrl+s");
        robot.waitFor("the work to be saved", () -> !session.labelling().isDirty());
    }

    private void askForReview(String words) {
        segmenter.press("Ask for Review");
        type("said", words);
        robot.click(robot.find("say", Button.class));
    }

    /** Opens a contribution in the view Reviews. */
    private void review(String title) {
        workbench.perspective("project");
        workbench.view("org.morphodepot.project.reviews");
        workbench.run("org.morphodepot.project.refresh", Map.of());
        robot.waitFor("the contribution to " + title, LONG,
                () -> robot.sees(TableItem.class, item -> item.getText().contains(title)));
        TableItem item = robot.find("the contribution to " + title, TableItem.class, one -> one.getText().contains(title));
        robot.click(item);
        robot.keyboard().press("Return");
        robot.find("difference-title", Label.class);
    }

    private Button enabled(String id) {
        return robot.find("the button " + id, Button.class,
                button -> id.equals(button.getData("org.eclipse.e4.ui.css.id")) && button.isEnabled());
    }

    private void type(String id, String words) {
        robot.click(robot.find(id, Text.class));
        robot.keyboard().type(words.isEmpty() ? " " : words);
    }

    private void waitForMerge(int number) throws IOException {
        for (int i = 0; i < 120 && !school.pull(number).merged(); i++) {
            Robot.pause(500);
        }
        assertTrue(school.pull(number).merged(), "contribution " + number + " is merged");
        assertFalse(school.pull("sam", 1).filter(one -> !one.merged()).isPresent());
    }

    private ViewTransform transform(Session session, Control view) {
        Point size = robot.ui(view::getSize);
        return session.scene(SliceOrientation.AXIAL, size.x, size.y).orElseThrow().transform();
    }

    /** Voxels of the axial slice that are on the screen, over all slices. */
    private VoxelBox seen(Session session, Control axial) {
        Point size = robot.ui(axial::getSize);
        ViewTransform t = transform(session, axial);
        int x0 = (int) Math.floor(Math.min(t.right(0), t.right(size.x)));
        int x1 = (int) Math.ceil(Math.max(t.right(0), t.right(size.x)));
        int y0 = (int) Math.floor(Math.min(t.down(0), t.down(size.y)));
        int y1 = (int) Math.ceil(Math.max(t.down(0), t.down(size.y)));
        return new VoxelBox(x0, y0, 0, x1, y1, session.scan().size().z()).intersect(session.scan().size().box());
    }
}
