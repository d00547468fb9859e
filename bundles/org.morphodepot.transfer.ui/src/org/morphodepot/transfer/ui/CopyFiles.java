package org.morphodepot.transfer.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.morphodepot.transfer.Transfers;

/** File &gt; Copy Files…: asks from where to where, starts, and shows how far it is. */
public final class CopyFiles extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        CopyDialog dialog = new CopyDialog(window.getShell());
        if (dialog.open() != Window.OK) {
            return null;
        }
        try {
            window.getWorkbench().getService(IEclipseContext.class).get(Transfers.class).start(dialog.order());
            window.getActivePage().showView(TransfersView.ID);
        } catch (PartInitException e) {
            throw new ExecutionException("The view Transfers cannot be shown", e);
        }
        return null;
    }
}
