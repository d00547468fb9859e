package org.morphodepot.itests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.client.Issues;
import org.morphodepot.testing.ui.Robot;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.work.queue.Entry;

/** A segmenter gives a task back with a reason; taking somebody off it is for the director. */
@ExtendWith(PictureOnFailure.class)
class HandBackTest {

    private static final int TASK = 2;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Workbench workbench = new Workbench();
    private final Robot robot = workbench.robot();
    private School school;

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

    private Issues issues() throws IOException {
        return school.desk().github(school.account("director")).issues(school.ref(TASK).depot());
    }

    @Test
    void handedBack_theReasonIsToldAndTheDraftIsClosed() throws IOException {
        Segmenter sam = new Segmenter(workbench, school);
        Session session = sam.activate(TASK);
        sam.paint(session, new VoxelPoint(30, 30, 40));
        sam.press("Submit");
        PullRequest draft = school.waitForPull("sam", TASK, true);

        workbench.run("org.morphodepot.tasks.handBack", Map.of());
        robot.click(robot.find("said", Text.class));
        robot.keyboard().type("No time this week.");
        workbench.picture("hand-back");
        robot.click(robot.find("say", Button.class));
        robot.waitFor("the task to be closed", LONG, () -> !workbench.sessions().all().contains(session));
        robot.waitFor("all to be sent", LONG, () -> school.desk().queue().entries().stream()
                .allMatch(entry -> entry.state() == Entry.State.DONE));

        assertTrue(issues().comments(draft.number()).stream()
                .anyMatch(one -> one.body().startsWith("I hand this task back.\n\nNo time this week.")));
        assertFalse(school.pull(draft.number()).open(), "the draft is closed");
    }
}
