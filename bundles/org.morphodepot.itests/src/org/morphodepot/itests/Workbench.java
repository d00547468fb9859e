package org.morphodepot.itests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.morphodepot.testing.ui.Robot;
import org.morphodepot.testing.ui.Screenshot;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.volume.Volumes;

/** The workbench under test, as its user meets it. */
final class Workbench {

    private final Display display = PlatformUI.getWorkbench().getDisplay();
    private final Robot robot = new Robot(display);

    Robot robot() {
        return robot;
    }

    Sessions sessions() {
        return service(Sessions.class);
    }

    Volumes volumes() {
        return service(Volumes.class);
    }

    /** Opens an address as Open Address does, and waits until it is shown. */
    Session open(Path scan) {
        run("org.morphodepot.viewer.ui.open", Map.of("org.morphodepot.viewer.ui.open.address", scan.toString()));
        robot.waitFor("the scan " + scan, () -> sessions().active()
                .filter(session -> session.scan().address().name().equals(scan.getFileName().toString())).isPresent());
        robot.find("view-axial", Control.class);
        return sessions().active().orElseThrow();
    }

    /** Runs a command by id, as its menu entry does. */
    void run(String id, Map<String, String> parameters) {
        display.asyncExec(() -> {
            ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
            IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
            try {
                handlers.executeCommand(ParameterizedCommand.generateCommand(commands.getCommand(id), parameters), null);
            } catch (org.eclipse.core.commands.common.CommandException e) {
                throw new IllegalStateException(id, e);
            }
        });
    }

    /** Shows a perspective: segment or project. */
    void perspective(String name) {
        run("org.eclipse.ui.perspectives.showPerspective", Map.of(
                "org.eclipse.ui.perspectives.showPerspective.perspectiveId", "org.morphodepot.perspective." + name));
        Robot.pause(1000);
    }

    /** Brings a view up. */
    void view(String id) {
        robot.ui(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().showView(id));
    }

    /** Brings the window to the front and waits until no work is going on in the slices. */
    void settle() {
        display.syncExec(() -> {
            Shell shell = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
            shell.forceActive();
        });
        Robot.pause(400);
    }

    /** Closes all editors; what is not saved is dropped. */
    void clear() {
        display.syncExec(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().closeAllEditors(false));
    }

    /** Keeps a picture of the screen under a name, for people who look at a failure. */
    void picture(String name) throws IOException {
        Screenshot.take(display, Path.of(System.getProperty("org.morphodepot.itests.pictures", "target/pictures"),
                name + ".png"));
    }

    static <T> T service(Class<T> type) {
        return PlatformUI.getWorkbench().getService(IEclipseContext.class).get(type);
    }
}
