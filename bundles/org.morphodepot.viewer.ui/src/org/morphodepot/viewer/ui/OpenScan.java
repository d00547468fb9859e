package org.morphodepot.viewer.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

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
import org.morphodepot.label.segnrrd.GridMismatch;
import org.morphodepot.ui.MonitorProgress;
import org.morphodepot.viewer.session.OpenRequest;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.viewer.session.SpacingUnknown;
import org.morphodepot.volume.Address;

/** Opens a scan or a segmentation in the background, with progress and cancel, then shows it. */
public final class OpenScan extends Job {

    private final Sessions sessions;
    private final ScanInput input;
    private final OpenRequest request;
    private final Outcome outcome;
    private final Display display;

    /** What becomes of opening; called on the UI thread. */
    private interface Outcome {

        void opened(Session session);

        /** Labels lie on another grid than the scan. */
        void misfit(OpenRequest request, GridMismatch mismatch);

        /** The file does not say how far its voxels are apart. */
        void spacingUnknown(OpenRequest request, SpacingUnknown unknown);

        /** {@code reason} is null when the user cancelled. */
        void failed(String reason);
    }

    /** {@code request} is null for what the input means by itself. */
    private OpenScan(ScanInput input, OpenRequest request, Outcome outcome) {
        super("Open " + input.address().name());
        this.input = input;
        this.request = request;
        this.outcome = outcome;
        sessions = Services.sessions();
        display = PlatformUI.getWorkbench().getDisplay();
        setPriority(Job.INTERACTIVE);
    }

    /** Opens an address in an editor of its own, or brings the one that shows it to the front. UI thread. */
    public static void open(IWorkbenchWindow window, Address address) {
        open(window, new ScanInput(address, Optional.empty(), Optional.empty()));
    }

    private static void open(IWorkbenchWindow window, ScanInput input) {
        IWorkbenchPage page = window.getActivePage();
        IEditorPart shown = page.findEditor(input);
        if (shown == null) {
            new OpenScan(input, null, new InNewEditor(window, input)).schedule();
        } else {
            page.activate(shown);
        }
    }

    /** Opens files that were chosen together; slices of one folder are one scan. UI thread. */
    static void openAll(IWorkbenchWindow window, List<Path> chosen) {
        ChosenFiles.toOpen(chosen).forEach(file -> open(window, Address.of(file)));
    }

    /** Opens what a text names: a path or an address. UI thread. */
    public static void open(IWorkbenchWindow window, String text) {
        open(window, text, Optional.empty(), Optional.empty());
    }

    /** The same with the labels of a certain file, under a title. */
    static void open(IWorkbenchWindow window, String text, Optional<String> labels, Optional<String> title) {
        try {
            open(window, new ScanInput(Address.of(text), labels.map(Path::of), title));
        } catch (IllegalArgumentException e) {
            MessageDialog.openError(window.getShell(), "Cannot Open", Reasons.of(e));
        }
    }

    /** Opens what an editor showed before the workbench was closed. */
    static void restore(VolumeEditor editor, ScanInput input) {
        new OpenScan(input, null, new InEditor(editor, input)).schedule();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        OpenRequest wanted = request == null ? input.request() : request;
        try {
            Session session = sessions.open(wanted, new MonitorProgress(getName(), monitor));
            tell(() -> outcome.opened(session));
            return Status.OK_STATUS;
        } catch (CancellationException _) {
            tell(() -> outcome.failed(null));
        } catch (GridMismatch e) {
            tell(() -> outcome.misfit(wanted, e));
        } catch (SpacingUnknown e) {
            tell(() -> outcome.spacingUnknown(wanted, e));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            ILog.of(OpenScan.class).warn("Opening " + input.address(), e);
            tell(() -> outcome.failed(Reasons.of(e)));
        }
        return Status.CANCEL_STATUS;
    }

    private void tell(Runnable news) {
        if (!display.isDisposed()) {
            display.asyncExec(news);
        }
    }

    private record InNewEditor(IWorkbenchWindow window, ScanInput input) implements Outcome {

        @Override
        public void opened(Session session) {
            try {
                window.getActivePage().openEditor(input.with(session), VolumeEditor.ID);
                if (input.labels().isEmpty()) {
                    RecentScans.add(input.address());
                }
            } catch (PartInitException e) {
                Services.sessions().close(session);
                failed(Reasons.of(e));
            }
        }

        @Override
        public void misfit(OpenRequest request, GridMismatch mismatch) {
            MisfitQuestion.ask(window.getShell(), request, mismatch)
                    .ifPresent(answer -> new OpenScan(input, answer, this).schedule());
        }

        @Override
        public void spacingUnknown(OpenRequest request, SpacingUnknown unknown) {
            SpacingQuestion.ask(window.getShell(), request, unknown)
                    .ifPresent(answer -> new OpenScan(input, answer, this).schedule());
        }

        @Override
        public void failed(String reason) {
            if (reason != null && window.getShell() != null) {
                MessageDialog.openError(window.getShell(), "Cannot Open " + input.address().name(), reason);
            }
        }
    }

    private record InEditor(VolumeEditor editor, ScanInput input) implements Outcome {

        @Override
        public void opened(Session session) {
            if (editor.isOpen()) {
                editor.show(session);
            } else {
                Services.sessions().close(session);
            }
        }

        @Override
        public void misfit(OpenRequest request, GridMismatch mismatch) {
            MisfitQuestion.ask(editor.getSite().getShell(), request, mismatch).ifPresentOrElse(
                    answer -> new OpenScan(input, answer, this).schedule(), () -> failed(null));
        }

        @Override
        public void spacingUnknown(OpenRequest request, SpacingUnknown unknown) {
            SpacingQuestion.ask(editor.getSite().getShell(), request, unknown).ifPresentOrElse(
                    answer -> new OpenScan(input, answer, this).schedule(), () -> failed(null));
        }

        @Override
        public void failed(String reason) {
            if (editor.isOpen()) {
                editor.say(reason == null ? "Opening was cancelled." : reason);
            }
        }
    }
}
