package org.morphodepot.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.morphodepot.github.Comment;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.client.Issues;
import org.morphodepot.testing.ui.Robot;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.work.queue.Entry;

/** The network goes away while a segmenter works: the window says what waits, and when it is back all happens once. */
@ExtendWith(PictureOnFailure.class)
class OfflineTest {

    private static final Duration LONG = Duration.ofSeconds(90);

    private final Workbench workbench = new Workbench();
    private final Robot robot = workbench.robot();
    private School school;
    private int task;

    @BeforeEach
    void openSchool() throws IOException {
        school = new School();
        school.signIn("director");
        school.signIn("robin");
        task = school.copy(4, "robin");
        workbench.settle();
    }

    @AfterEach
    void close() throws IOException {
        school.plugIn();
        school.end(task);
        workbench.clear();
        Robot.pause(1000);
    }

    @Test
    void workWithoutNetwork_waitsInSight_andIsSentOnceAfterwards() throws IOException {
        Segmenter robin = new Segmenter(workbench, school);
        Session session = robin.activate(task);
        school.unplug();
        robin.paint(session, new VoxelPoint(60, 40, 40));
        robin.press("Submit");
        robot.find("what waits, in the status line", ToolItem.class, item -> item.getText().contains("waiting, offline"));
        workbench.run("org.morphodepot.tasks.commentHere", Map.of());
        robot.click(robot.find("said", Text.class));
        robot.keyboard().type("Said without network.");
        robot.click(robot.find("say", Button.class));
        robot.find("three changes, in the status line", ToolItem.class,
                item -> item.getText().contains("3 changes waiting, offline"));
        robot.click(robot.find("the status line", ToolItem.class, item -> item.getText().contains("waiting, offline")));
        Robot.pause(1500);
        workbench.picture("offline");

        school.plugIn();
        robot.waitFor("all to be sent", LONG, () -> school.desk().queue().entries().stream()
                .allMatch(entry -> entry.state() == Entry.State.DONE));
        PullRequest draft = school.waitForPull("robin", task, true);
        Issues issues = school.issues();
        List<Comment> said = issues.comments(draft.number());
        assertEquals(1, said.stream().filter(one -> one.body().contains("Said without network.")).count());
        robot.find("nothing waits, in the status line", ToolItem.class, item -> item.getText().contains("Everything sent")
                || !item.getText().isEmpty() && !item.getText().contains("waiting") && item.getText().contains("saved"));
        assertTrue(draft.open());
    }
}
