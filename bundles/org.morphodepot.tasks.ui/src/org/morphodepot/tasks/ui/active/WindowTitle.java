package org.morphodepot.tasks.ui.active;

import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.morphodepot.tasks.ui.Services;

/** Names the active task in the title of the window, and wakes the services that follow sessions. */
public final class WindowTitle implements IStartup {

    private static final String PROGRAM = "MorphoDepot Workbench";

    @Override
    public void earlyStartup() {
        TaskEditors.later(() -> {
            TaskActivation activation = Services.get(TaskActivation.class);
            if (activation != null) {
                activation.addListener(() -> show(activation));
                show(activation);
            }
        });
    }

    private static void show(TaskActivation activation) {
        String title = activation.title().map(task -> task + " \u2013 " + PROGRAM).orElse(PROGRAM);
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            window.getShell().setText(title);
        }
    }
}
