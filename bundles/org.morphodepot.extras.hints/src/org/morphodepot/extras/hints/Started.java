package org.morphodepot.extras.hints;

import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IStartup;

/** Leaves a line in the log, so that the installation test sees the add-on run. */
public final class Started implements IStartup {

    @Override
    public void earlyStartup() {
        ILog.of(Started.class).info("Hints add-on started with " + Hints.load().size() + " hints");
    }
}
