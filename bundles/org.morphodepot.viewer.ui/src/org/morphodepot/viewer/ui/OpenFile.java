package org.morphodepot.viewer.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.spi.VolumeFormat;

/** File &gt; Open File…: scans and segmentations that are files. */
public final class OpenFile extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText("Open Scan or Segmentation");
        String patterns = patterns();
        dialog.setFilterNames(new String[] {"Scans and segmentations (" + patterns + ")", "All files"});
        dialog.setFilterExtensions(new String[] {patterns, "*"});
        if (dialog.open() != null) {
            for (String name : dialog.getFileNames()) {
                OpenScan.open(window, Address.of(Path.of(dialog.getFilterPath(), name)));
            }
        }
        return null;
    }

    private static String patterns() {
        List<VolumeFormat> formats = Services.sessions().volumes().formats();
        String known = formats.stream().flatMap(format -> format.filePatterns().stream()).distinct()
                .collect(Collectors.joining(";"));
        return known.isEmpty() ? "*" : known;
    }
}
