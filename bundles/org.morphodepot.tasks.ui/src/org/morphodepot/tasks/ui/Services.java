package org.morphodepot.tasks.ui;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.ui.PlatformUI;

/** The services that parts made by extension points cannot have injected. */
public final class Services {

    private Services() {
    }

    public static <T> T get(Class<T> type) {
        return PlatformUI.getWorkbench().getService(IEclipseContext.class).get(type);
    }
}
