package org.morphodepot.app;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.handlers.RadioState;

/** Changes to the light or the dark theme at once, the light one completely with a restart, and for the next starts. */
public final class SwitchTheme extends AbstractHandler {

    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        if (HandlerUtil.matchesRadioState(event)) {
            return null;
        }
        String name = event.getParameter(RadioState.PARAMETER_ID);
        HandlerUtil.updateRadioState(event.getCommand(), name);
        IThemeEngine themes = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        themes.setTheme("dark".equals(name) ? DARK : LIGHT, true);
        if ("light".equals(name)) {
            offerRestart(HandlerUtil.getActiveShellChecked(event));
        }
        return null;
    }

    /** The light theme of the platform does not set back what the dark one gave to parts that are open. */
    private static void offerRestart(Shell shell) {
        int answer = MessageDialog.open(MessageDialog.INFORMATION, shell, "Light Theme",
                "Parts of the window keep dark colours until the next start. Your work is kept.", 0, "Restart Now", "Later");
        if (answer == 0) {
            PlatformUI.getWorkbench().restart();
        }
    }
}
