package org.morphodepot.app;

import java.io.IOException;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Runs the workbench until the user closes it, in a work folder that belongs to this process alone. */
public final class Application implements IApplication {

    @Override
    public Object start(IApplicationContext context) throws IOException {
        GtkStyle.prepare();
        Display display = PlatformUI.createDisplay();
        try {
            return lockWorkFolder() ? run(display) : EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    private static Integer run(Display display) {
        int code = PlatformUI.createAndRunWorkbench(display, new WorkbenchSetup());
        return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
    }

    /** Two processes writing one work folder would lose the user's edits, so the second one says so and stops. */
    private static boolean lockWorkFolder() throws IOException {
        Location folder = Platform.getInstanceLocation();
        if (folder == null || !folder.isSet() || folder.lock()) {
            return true;
        }
        MessageDialog.openInformation(null, "MorphoDepot Workbench is already open",
                "Another window works in " + folder.getURL().getPath()
                        + ".\n\nUse that window, or start with --data and another folder.");
        return false;
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            display.syncExec(() -> PlatformUI.getWorkbench().close());
        }
    }
}
