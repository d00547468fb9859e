package org.morphodepot.viewer.ui;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.morphodepot.volume.Address;

/** File &gt; Open Folder…: scans that are folders, such as OME-Zarr. */
public final class OpenFolder extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        DirectoryDialog dialog = new DirectoryDialog(window.getShell(), SWT.OPEN);
        dialog.setText("Open Scan Folder");
        dialog.setMessage("Choose the folder of a scan: OME-Zarr, slices, or a DICOM series");
        String folder = dialog.open();
        if (folder != null) {
            OpenScan.open(window, Address.of(Path.of(folder)));
        }
        return null;
    }
}
