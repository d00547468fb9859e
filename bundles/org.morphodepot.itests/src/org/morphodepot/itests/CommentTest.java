package org.morphodepot.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.morphodepot.github.Comment;
import org.morphodepot.github.Mark;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.client.Issues;
import org.morphodepot.testing.ui.Robot;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.work.Place;
import org.morphodepot.work.queue.Entry;

/** Comments that name a place: written at the crosshair, and walked through in the slices. */
@ExtendWith(PictureOnFailure.class)
class CommentTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final VoxelPoint MINE = new VoxelPoint(20, 26, 40);
    private static final VoxelPoint FIRST = new VoxelPoint(14, 22, 38);
    private static final VoxelPoint SECOND = new VoxelPoint(18, 48, 44);

    private final Workbench workbench = new Workbench();
    private final Robot robot = workbench.robot();
    private School school;
    private int task;

    @BeforeEach
    void openSchool() throws IOException {
        school = new School();
        school.signIn("director");
        school.signIn("sam");
        task = school.copy(1, "sam");
        workbench.settle();
    }

    @AfterEach
    void close() throws IOException {
        school.end(task);
        workbench.clear();
        Robot.pause(1000);
    }

    @Test
    void placesOfComments_areToldAndWalkedThrough() throws IOException {
        Segmenter sam = new Segmenter(workbench, school);
        Session session = sam.activate(task);
        sam.paint(session, MINE);
        sam.press("Submit");
        PullRequest draft = school.waitForPull("sam", task, true);
        comment(session);
        Issues issues = school.issues();
        Place told = placed(issues.comments(draft.number())).getLast();
        assertEquals(MINE, told.focus());
        assertEquals(Optional.of("left eye"), told.structure().map(Place.Structure::name));

        issues.comment(draft.number(), Place.at(FIRST).into("The rim is too thin."), Mark.random());
        issues.comment(draft.number(), Place.at(SECOND).about("", "right eye").withZoom(30).into("Here, too."), Mark.random());
        workbench.run("org.morphodepot.tasks.nextComment", Map.of());
        robot.waitFor("the first place", LONG, () -> session.view().crosshair().equals(FIRST));
        workbench.run("org.morphodepot.tasks.nextComment", Map.of());
        robot.waitFor("the second place", () -> session.view().crosshair().equals(SECOND));
        workbench.picture("comment-place");
        workbench.run("org.morphodepot.tasks.nextComment", Map.of());
        robot.waitFor("the first place again", () -> session.view().crosshair().equals(FIRST));
        workbench.run("org.morphodepot.tasks.show", Map.of());
        Link link = robot.find("the second place", Link.class, one -> one.getText().contains("18, 48, 44, right eye"));
        Robot.pause(1500);
        workbench.picture("comment-list");
        robot.click(link);
        robot.waitFor("the place that was clicked", () -> session.view().crosshair().equals(SECOND));
    }

    /** GitHub takes pictures only on its page, where they are pasted. */
    @Test
    void slices_areCopiedAsAPicture() {
        new Segmenter(workbench, school).activate(task);
        Control axial = robot.find("view-axial", Control.class);
        workbench.run("org.morphodepot.viewer.ui.copyPicture", Map.of());
        robot.waitFor("the picture on the clipboard", () -> robot.ui(() -> clipboard(axial)) != null);
        ImageData picture = robot.ui(() -> clipboard(axial));
        Point size = robot.ui(axial::getSize);
        assertTrue(picture.width >= size.x && picture.height >= size.y, picture.width + " x " + picture.height);
        assertTrue(IntStream.range(0, picture.width).map(x -> picture.getPixel(x, size.y / 2)).distinct().count() > 8);
    }

    private static ImageData clipboard(Control any) {
        Clipboard clipboard = new Clipboard(any.getDisplay());
        try {
            return (ImageData) clipboard.getContents(ImageTransfer.getInstance());
        } finally {
            clipboard.dispose();
        }
    }

    private void comment(Session session) throws IOException {
        session.update(view -> view.withCrosshair(MINE));
        workbench.run("org.morphodepot.tasks.commentHere", Map.of());
        robot.click(robot.find("said", Text.class));
        robot.keyboard().type("Does the lens end here?");
        workbench.picture("comment-here");
        robot.click(robot.find("say", Button.class));
        Robot.pause(1000);
        robot.waitFor("all to be sent", LONG, () -> school.desk().queue().entries().stream()
                .allMatch(entry -> entry.state() == Entry.State.DONE));
    }

    private static List<Place> placed(List<Comment> comments) {
        return comments.stream().flatMap(one -> Place.split(one.body()).stream()).flatMap(part -> part.place().stream()).toList();
    }
}
