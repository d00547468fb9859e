package org.morphodepot.app.welcome;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** Help &gt; Welcome. */
public final class ShowWelcome extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        show();
        return null;
    }

    /** Brings the page to the front of the first window. */
    public static void show() {
        if (!PlatformUI.isWorkbenchRunning() || PlatformUI.getWorkbench().isClosing()) {
            return; // the user was quicker
        }
        IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchWindow window = active != null ? active : PlatformUI.getWorkbench().getWorkbenchWindows()[0];
        try {
            window.getActivePage().openEditor(new WelcomeInput(), Welcome.ID);
        } catch (PartInitException e) {
            ILog.of(ShowWelcome.class).error("Welcome", e);
        }
    }
}
