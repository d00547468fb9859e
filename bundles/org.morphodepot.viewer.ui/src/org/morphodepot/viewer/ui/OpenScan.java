package org.morphodepot.viewer.ui;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.volume.Address;

/** Opens a scan or a segmentation in the background, with progress and cancel, then shows it. */
public final class OpenScan extends Job {

    private final Sessions sessions;
    private final Address address;
    private final Consumer<Session> opened;
    private final Consumer<String> failed;
    private final Display display;

    /** {@code opened} and {@code failed} (null: cancelled) are called on the UI thread. */
    private OpenScan(Address address, Consumer<Session> opened, Consumer<String> failed) {
        super("Open " + address.name());
        this.address = address;
        this.opened = opened;
        this.failed = failed;
        sessions = Services.sessions();
        display = PlatformUI.getWorkbench().getDisplay();
        setUser(false);
        setPriority(Job.INTERACTIVE);
    }

    /** Opens an address in an editor of its own, or brings the one that shows it to the front. UI thread. */
    public static void open(IWorkbenchWindow window, Address address) {
        IWorkbenchPage page = window.getActivePage();
        IEditorPart shown = page.findEditor(new ScanInput(address));
        if (shown != null) {
            page.activate(shown);
            return;
        }
        new OpenScan(address, session -> show(window, address, session), reason -> refuse(window, address, reason))
                .schedule();
    }

    /** Opens what a text names: a path or an address. UI thread. */
    public static void open(IWorkbenchWindow window, String text) {
        try {
            open(window, Address.of(text));
        } catch (IllegalArgumentException e) {
            MessageDialog.openError(window.getShell(), "Cannot Open", Reasons.of(e));
        }
    }

    /** Opens what an editor showed before the workbench was closed. */
    static void restore(VolumeEditor editor, Address address) {
        new OpenScan(address, session -> {
            if (editor.isOpen()) {
                editor.show(session);
            } else {
                Services.sessions().close(session);
            }
        }, reason -> {
            if (editor.isOpen()) {
                editor.say(reason == null ? "Opening was cancelled." : reason);
            }
        }).schedule();
    }

    private static void show(IWorkbenchWindow window, Address address, Session session) {
        try {
            window.getActivePage().openEditor(new ScanInput(address, session), VolumeEditor.ID);
            RecentScans.add(address);
        } catch (PartInitException e) {
            Services.sessions().close(session);
            refuse(window, address, Reasons.of(e));
        }
    }

    private static void refuse(IWorkbenchWindow window, Address address, String reason) {
        if (reason != null && window.getShell() != null) {
            MessageDialog.openError(window.getShell(), "Cannot Open " + address.name(), reason);
        }
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            Session session = sessions.open(address, new MonitorProgress(getName(), monitor));
            tell(() -> opened.accept(session));
            return Status.OK_STATUS;
        } catch (CancellationException _) {
            tell(() -> failed.accept(null));
            return Status.CANCEL_STATUS;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            ILog.of(OpenScan.class).warn("Opening " + address, e);
            tell(() -> failed.accept(Reasons.of(e)));
            return Status.CANCEL_STATUS;
        }
    }

    private void tell(Runnable news) {
        if (!display.isDisposed()) {
            display.asyncExec(news);
        }
    }
}
