package org.morphodepot.viewer.ui;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.ui.PlatformUI;
import org.morphodepot.viewer.session.Sessions;

/** The services that parts made by extension points cannot have injected. */
final class Services {

    private Services() {
    }

    static Sessions sessions() {
        return PlatformUI.getWorkbench().getService(IEclipseContext.class).get(Sessions.class);
    }
}
