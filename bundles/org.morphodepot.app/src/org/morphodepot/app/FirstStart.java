package org.morphodepot.app;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.morphodepot.app.practice.Invitation;
import org.osgi.service.prefs.BackingStoreException;

/**
 * Greets a new user with something to try: the specimen, and an invitation to the practice depot; once, unless the start was
 * asked for something else.
 */
public final class FirstStart implements IStartup {

    private static final String SHOWN = "specimenShown";

    @Override
    public void earlyStartup() {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("org.morphodepot.app");
        if (preferences.getBoolean(SHOWN, false) || Platform.getApplicationArgs().length > 0) {
            return;
        }
        preferences.putBoolean(SHOWN, true);
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            // then the specimen greets once more, which harms nobody
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> {
            OpenSpecimen.start();
            Invitation.show(display);
        });
    }
}
