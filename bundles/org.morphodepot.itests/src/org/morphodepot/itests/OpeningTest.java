package org.morphodepot.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.cli.phantom.PhantomSpecimen;
import org.morphodepot.testing.ui.Robot;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.Progress;

/** What cannot be opened says why in a dialog; what is open stays open. */
@ExtendWith(PictureOnFailure.class)
class OpeningTest {

    private static final String OPEN = "org.morphodepot.viewer.ui.open";

    @TempDir
    Path folder;

    private final Workbench workbench = new Workbench();
    private final Robot robot = workbench.robot();
    private Session open;

    @BeforeEach
    void openSpecimen() throws IOException {
        open = workbench.open(PhantomSpecimen.ensure(folder, workbench.volumes(), Progress.NONE));
        workbench.settle();
    }

    @AfterEach
    void close() {
        workbench.clear();
    }

    @Test
    void truncatedFile_isRefusedInOneSentence() throws IOException {
        Path file = folder.resolve("cut.nrrd");
        Files.writeString(file, "NRRD0004\ntype: uint8\ndimension: 3\nsizes: 40 40 40\nencoding: raw\n\nshort");

        assertRefused(file.toString(), "cut.nrrd");
    }

    @Test
    void headerOfImpossibleSize_isRefused() throws IOException {
        Path file = folder.resolve("huge.nrrd");
        Files.writeString(file, "NRRD0004\ntype: uint8\ndimension: 3\nsizes: 4000000000 4000000000 4000000000\n"
                + "encoding: raw\n\n");

        assertRefused(file.toString(), "huge.nrrd");
    }

    @Test
    void missingFile_isRefused() {
        assertRefused(folder.resolve("nowhere.nrrd").toString(), "nowhere.nrrd");
    }

    @Test
    void unreachableHost_isRefused() {
        assertRefused("http://127.0.0.1:9/scan.zarr", "127.0.0.1");
    }

    private void assertRefused(String address, String named) {
        workbench.run(OPEN, Map.of(OPEN + ".address", address));
        Label message = robot.find("a message that names " + named, Label.class, label -> label.getText().contains(named)
                && label.getShell().getText().startsWith("Cannot Open"));
        String text = robot.ui(message::getText);
        Shell dialog = robot.ui(message::getShell);
        assertTrue(text.lines().count() <= 3, text);
        assertTrue(!text.contains("Exception") && !text.contains("\tat "), text);
        robot.click(robot.find("the OK button", Button.class,
                button -> button.getShell() == dialog && button.getText().equals("OK")));
        robot.waitFor("the dialog to go", dialog::isDisposed);
        assertEquals(open, workbench.sessions().active().orElseThrow(), "the open scan stays in front");
    }
}
