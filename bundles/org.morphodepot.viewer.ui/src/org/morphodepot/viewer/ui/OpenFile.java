package org.morphodepot.viewer.ui;

import java.nio.file.Path;
import java.util.Arrays;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Open File…: scans and segmentations that are files. */
public final class OpenFile extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText("Open Scan or Segmentation");
        FileFilters filters = FileFilters.of(Services.sessions().volumes().formats());
        dialog.setFilterNames(filters.names().toArray(String[]::new));
        dialog.setFilterExtensions(filters.patterns().toArray(String[]::new));
        if (dialog.open() != null) {
            OpenScan.openAll(window, Arrays.stream(dialog.getFileNames())
                    .map(name -> Path.of(dialog.getFilterPath(), name)).toList());
        }
        return null;
    }
}
