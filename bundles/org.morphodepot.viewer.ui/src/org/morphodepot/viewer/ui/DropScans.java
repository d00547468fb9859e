package org.morphodepot.viewer.ui;

import java.nio.file.Path;
import java.util.Arrays;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.URLTransfer;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWindowListener;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Opens files, folders and addresses that are dropped anywhere on a workbench window. */
public final class DropScans implements IStartup, IWindowListener {

    @Override
    public void earlyStartup() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        workbench.getDisplay().asyncExec(() -> {
            for (IWorkbenchWindow window : workbench.getWorkbenchWindows()) {
                windowOpened(window);
            }
            workbench.addWindowListener(this);
        });
    }

    @Override
    public void windowOpened(IWorkbenchWindow window) {
        Shell shell = window.getShell();
        if (shell == null || shell.getData(DND.DROP_TARGET_KEY) != null) {
            return;
        }
        DropTarget target = new DropTarget(shell, DND.DROP_COPY | DND.DROP_LINK | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance(), URLTransfer.getInstance(), TextTransfer.getInstance());
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = (event.operations & DND.DROP_COPY) != 0 ? DND.DROP_COPY : DND.DROP_LINK;
            }

            @Override
            public void drop(DropTargetEvent event) {
                DropScans.drop(window, event.data);
            }
        });
    }

    private static void drop(IWorkbenchWindow window, Object data) {
        if (data instanceof String[] files) {
            OpenScan.openAll(window, Arrays.stream(files).map(Path::of).toList());
        } else if (data instanceof String text && !text.isBlank()) {
            OpenScan.open(window, text.strip().lines().findFirst().orElseThrow());
        }
    }

    @Override
    public void windowActivated(IWorkbenchWindow window) {
        // a window takes drops from when it is opened
    }

    @Override
    public void windowDeactivated(IWorkbenchWindow window) {
        // nothing to do
    }

    @Override
    public void windowClosed(IWorkbenchWindow window) {
        // the drop target goes with the shell
    }
}
