package org.morphodepot.viewer.ui;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Open Address…, and, with a parameter, everything that opens a known address. */
public final class OpenAddress extends AbstractHandler {

    /** Id of the command. */
    public static final String COMMAND = "org.morphodepot.viewer.ui.open";
    /** Its optional parameter: a path or an address. */
    public static final String ADDRESS = "org.morphodepot.viewer.ui.open.address";
    /** The path of the labels to show over it, where they are not those beside it; optional. */
    public static final String LABELS = "org.morphodepot.viewer.ui.open.labels";
    /** What the editor is called where the names of the files say nothing to people; optional. */
    public static final String TITLE = "org.morphodepot.viewer.ui.open.title";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        String address = event.getParameter(ADDRESS);
        if (address != null) {
            OpenScan.open(window, address, Optional.ofNullable(event.getParameter(LABELS)),
                    Optional.ofNullable(event.getParameter(TITLE)));
            return null;
        }
        AddressDialog dialog = new AddressDialog(window.getShell());
        if (dialog.open() == Window.OK) {
            OpenScan.open(window, dialog.address());
        }
        return null;
    }
}
