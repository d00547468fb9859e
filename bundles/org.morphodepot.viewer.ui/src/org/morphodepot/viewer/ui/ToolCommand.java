package org.morphodepot.viewer.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.morphodepot.viewer.session.Toolbox;

/** Makes the tool with a number key active, or lets go of it when it is active already. */
public final class ToolCommand extends AbstractHandler {

    private static final String KEY = "org.morphodepot.viewer.ui.tool.key";

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof VolumeEditor editor) {
            editor.session().ifPresent(session -> toggle(session.toolbox(), event.getParameter(KEY)));
        }
        return null;
    }

    private static void toggle(Toolbox toolbox, String key) {
        toolbox.palette().tools().stream().filter(tool -> tool.key().equals(key)).findFirst()
                .ifPresent(tool -> toolbox.toggle(tool.id()));
    }
}
