package org.morphodepot.tasks.ui.list;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.morphodepot.mylyn.BackgroundSync;
import org.morphodepot.tasks.ui.Services;

/** Asks the forge now, as F5 does. */
public final class LookForNews extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Thread.ofVirtual().name("look for news").start(Services.get(BackgroundSync.class)::now);
        return null;
    }
}
