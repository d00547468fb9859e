package org.morphodepot.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.morphodepot.testing.ui.Robot;
import org.morphodepot.viewer.session.Session;

/** Somebody looks for a depot, at its picture and at its scan. */
@ExtendWith(PictureOnFailure.class)
class SearchTest {

    private final Workbench workbench = new Workbench();
    private final Robot robot = workbench.robot();

    @BeforeEach
    void openSearch() throws IOException {
        new School().signIn("director");
        workbench.perspective("project");
        workbench.view("org.morphodepot.project.search");
        workbench.settle();
    }

    @AfterEach
    void close() {
        workbench.clear();
        workbench.perspective("segment");
    }

    @Test
    void depot_isFoundAndLookedAt() throws IOException {
        robot.click(robot.find("search-text", Text.class));
        robot.keyboard().type("fictus");
        TableItem depot = robot.find("the practice depot", TableItem.class,
                item -> item.getText().equals("director/practice-specimen") && item.getText(1).startsWith("Fictus"));
        robot.click(depot);
        Label picture = robot.find("search-picture", Label.class);
        assertEquals(260, robot.ui(() -> picture.getImage().getBounds().width));
        assertTrue(robot.sees(Label.class, label -> label.getText().startsWith("A slice along the animal")));
        workbench.picture("search");

        robot.click(robot.find("search-preview", Button.class));
        robot.waitFor("the scan", () -> workbench.sessions().active().isPresent());
        Session session = workbench.sessions().active().orElseThrow();
        assertEquals(96, session.scan().size().x());
        robot.find("the title of the window", Shell.class,
                shell -> shell.getText().startsWith("Preview of director/practice-specimen"));
        workbench.picture("search-preview");
    }
}
