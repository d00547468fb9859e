package org.morphodepot.app;

import java.util.List;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.morphodepot.app.practice.Practice;
import org.morphodepot.app.welcome.ShowWelcome;
import org.osgi.service.prefs.BackingStoreException;

/** Welcomes a new user, once, unless the start was asked for something else, such as the practice depot. */
public final class FirstStart implements IStartup {

    private static final String PRACTICE = "--practice";
    private static final String SHOWN = "welcomeShown";

    @Override
    public void earlyStartup() {
        if (List.of(Platform.getApplicationArgs()).contains(PRACTICE)) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(Practice::setUp);
            return;
        }
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("org.morphodepot.app");
        if (preferences.getBoolean(SHOWN, false) || Platform.getApplicationArgs().length > 0) {
            return;
        }
        preferences.putBoolean(SHOWN, true);
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            // then the welcome comes once more, which harms nobody
        }
        PlatformUI.getWorkbench().getDisplay().asyncExec(ShowWelcome::show);
    }
}
