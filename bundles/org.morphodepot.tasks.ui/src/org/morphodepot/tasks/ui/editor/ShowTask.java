package org.morphodepot.tasks.ui.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.morphodepot.tasks.ui.Services;
import org.morphodepot.tasks.ui.active.TaskActivation;

/** Opens the Task editor of the active task. */
public final class ShowTask extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        TaskActivation activation = Services.get(TaskActivation.class);
        activation.active().ifPresent(task -> TaskInput.open(page, task, activation.name().orElse("")));
        return null;
    }
}
