package org.morphodepot.project.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Project &gt; Refresh: asks for tasks and contributions now. */
public final class RefreshCommand extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Services.director().refresh();
        return null;
    }
}
