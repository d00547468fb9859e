package org.morphodepot.itests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.testing.ui.Robot;
import org.morphodepot.viewer.session.Session;

/** A director brings data in: a TIFF stack that does not say its spacing, and a folder that is copied. */
@ExtendWith(PictureOnFailure.class)
class ImportTest {

    private static final String OPEN = "org.morphodepot.viewer.ui.open";
    private static final String TRANSFERS = "org.morphodepot.transfer.view";

    @TempDir
    Path folder;

    private final Workbench workbench = new Workbench();
    private final Robot robot = workbench.robot();

    @BeforeEach
    void settle() {
        workbench.settle();
    }

    @AfterEach
    void close() {
        workbench.clear();
    }

    @Test
    void unknownSpacing_isAskedOnceAndRemembered() throws IOException {
        Path scan = tiff(folder.resolve("stack.tif"));
        workbench.run(OPEN, Map.of(OPEN + ".address", scan.toString()));
        Text x = robot.find("spacing-x", Text.class);
        fill(x, "17.4");
        fill(robot.find("spacing-z", Text.class), "20");
        assertEquals("17.4", robot.ui(robot.find("spacing-y", Text.class)::getText), "the same as x");
        press(robot.ui(x::getShell), "Open");

        assertSpacing(workbench.open(scan));
        workbench.clear();
        robot.waitFor("the scan to be closed", () -> workbench.sessions().all().isEmpty());
        assertSpacing(workbench.open(scan)); // a question would keep it from opening
    }

    private static void assertSpacing(Session session) {
        assertArrayEquals(new double[] {17.4, 17.4, 20}, session.volume().geometry().spacing());
        assertEquals("um", session.volume().geometry().unit());
    }

    @Test
    void copiedFolder_isShownUntilItIsDone() throws IOException {
        Path from = Files.createDirectories(folder.resolve("from/deep"));
        for (int i = 0; i < 50; i++) {
            Files.write(from.resolve("slice" + i), new byte[1000 + i]);
        }
        workbench.run("org.morphodepot.transfer.copy", Map.of());
        Text source = robot.find("copy-from", Text.class);
        fill(source, folder.resolve("from").toString());
        fill(robot.find("copy-to", Text.class), folder.resolve("to").toString());
        press(robot.ui(source::getShell), "Copy");

        Table table = robot.find("transfers", Table.class);
        robot.waitFor("the transfer to be done", () -> robot.ui(() -> table.getItem(0).getText(4)).startsWith("Done: 50"));
        assertEquals("from \u2192 to", robot.ui(() -> table.getItem(0).getText(0)));
        assertEquals(1049, Files.size(folder.resolve("to/deep/slice49")));
        robot.click(robot.findText("Remove Ended", ToolItem.class));
        robot.waitFor("the list to be empty", () -> !robot.ui(table::isVisible));
        hide();
    }

    private void hide() {
        robot.ui(() -> {
            IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
            IViewPart view = page.findView(TRANSFERS);
            page.hideView(view);
            assertFalse(page.isPartVisible(view));
            return null;
        });
    }

    private void fill(Text text, String content) {
        robot.click(text);
        robot.keyboard().press("ctrl+a");
        robot.keyboard().type(content);
        robot.waitFor(content + " to be typed", () -> content.equals(robot.ui(text::getText)));
    }

    private void press(Shell dialog, String name) {
        robot.click(robot.find("the button " + name, Button.class, button -> button.getShell() == dialog
                && button.getText().equals(name) && button.isEnabled()));
        robot.waitFor("the dialog to go", dialog::isDisposed);
    }

    /** Four pages of 8 x 6 values, uncompressed, with what a TIFF file must say and nothing more. */
    private static Path tiff(Path file) throws IOException {
        int plane = 8 * 6;
        int directory = 2 + 9 * 12 + 4;
        ByteBuffer bytes = ByteBuffer.allocate(8 + 4 * (directory + plane)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("II*\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(8);
        for (int page = 0; page < 4; page++) {
            int data = bytes.position() + directory;
            int[][] tags = {{256, 8}, {257, 6}, {258, 8}, {259, 1}, {262, 1}, {273, data}, {277, 1}, {278, 6}, {279, plane}};
            bytes.putShort((short) tags.length);
            for (int[] tag : tags) {
                bytes.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
            }
            bytes.putInt(page < 3 ? data + plane : 0);
            for (int i = 0; i < plane; i++) {
                bytes.put((byte) (40 * page + i));
            }
        }
        return Files.write(file, bytes.array());
    }
}
