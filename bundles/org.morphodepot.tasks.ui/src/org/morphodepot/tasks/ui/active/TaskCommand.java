package org.morphodepot.tasks.ui.active;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.handlers.HandlerUtil;

/** A key, menu entry or button that does something with the active task; {@code plugin.xml} names the {@link TaskActions}. */
public final class TaskCommand extends AbstractHandler implements IExecutableExtension {

    private TaskActions action;

    @Override
    public void setInitializationData(IConfigurationElement config, String property, Object data) {
        action = TaskActions.valueOf(data.toString());
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        action.run(HandlerUtil.getActiveShellChecked(event));
        return null;
    }
}
