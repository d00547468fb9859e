package org.morphodepot.viewer.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.handlers.HandlerUtil;

/** Runs an {@link EditorAction} in the slice editor in front; plugin.xml names it behind the class: {@code …:UNDO}. */
public final class EditorCommand extends AbstractHandler implements IExecutableExtension {

    private EditorAction action;

    @Override
    public void setInitializationData(IConfigurationElement config, String property, Object data) {
        action = EditorAction.valueOf(data.toString());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof VolumeEditor editor) {
            action.run(editor);
        }
        return null;
    }
}
