package org.morphodepot.label.ui;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.exchange.LabelExport;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.ui.MonitorProgress;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;

/**
 * File &gt; Export Labels…: as OME-Zarr labels or a plain label map for other programs, or as a segmentation cropped to its
 * labels. The session keeps the file it has.
 */
public final class ExportLabels extends AbstractHandler {

    private static final String CROPPED = ".seg.nrrd";
    private static final List<String> ENDINGS = List.of(CROPPED, ".zarr", ".nrrd");

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        Sessions sessions = PlatformUI.getWorkbench().getService(IEclipseContext.class).get(Sessions.class);
        sessions.active().ifPresentOrElse(
                session -> choose(shell, session).ifPresent(file -> export(shell, sessions.volumes(), session, file)),
                () -> MessageDialog.openInformation(shell, "Export Labels", "Open a scan with labels first."));
        return null;
    }

    private static Optional<Path> choose(Shell shell, Session session) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText("Export Labels");
        dialog.setFilterNames(new String[] {"Segmentation, cropped to its labels (*.seg.nrrd)",
            "OME-Zarr labels with a pyramid (*.zarr)", "Plain label map (*.nrrd)"});
        dialog.setFilterExtensions(ENDINGS.stream().map(e -> "*" + e).toArray(String[]::new));
        dialog.setOverwrite(true);
        dialog.setFileName(session.name().replaceFirst("\\..*", "") + "-labels" + CROPPED);
        String typed = dialog.open();
        if (typed == null) {
            return Optional.empty();
        }
        Path file = Path.of(complete(typed, Math.max(0, dialog.getFilterIndex())));
        boolean asked = file.equals(Path.of(typed)) || !Files.exists(file);
        return asked || MessageDialog.openQuestion(shell, "Export Labels", file.getFileName() + " exists. Replace it?")
                ? Optional.of(file) : Optional.empty();
    }

    /**
     * The name of the file for what was typed. The chosen kind counts, as the dialog changes endings by itself; but while it is
     * still the first one, {@code .zarr} tells the kind too.
     */
    static String complete(String typed, int kind) {
        String known = ENDINGS.stream().filter(typed.toLowerCase(Locale.ROOT)::endsWith).findFirst().orElse("");
        boolean counts = kind == 0 && known.equals(".zarr") || known.equals(ENDINGS.get(kind));
        return counts ? typed : typed.substring(0, typed.length() - known.length()) + ENDINGS.get(kind);
    }

    private static void export(Shell shell, Volumes volumes, Session session, Path file) {
        Segmentation labels = session.labelling().current();
        AtomicReference<String> note = new AtomicReference<>();
        try {
            PlatformUI.getWorkbench().getProgressService().run(true, true, monitor -> {
                try {
                    Progress progress = new MonitorProgress("Exporting " + file.getFileName(), monitor);
                    write(labels, volumes, file, progress).ifPresent(note::set);
                } catch (IOException | RuntimeException e) {
                    throw new InvocationTargetException(e);
                }
            });
            if (note.get() != null) {
                MessageDialog.openInformation(shell, "Labels Exported", note.get());
            }
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof CancellationException)) {
                ILog.of(ExportLabels.class).error("Exporting to " + file, e.getCause());
                MessageDialog.openError(shell, "Labels Not Exported", String.valueOf(e.getCause().getMessage()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives what the user should know about the file. */
    private static Optional<String> write(Segmentation labels, Volumes volumes, Path file, Progress progress)
            throws IOException {
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(CROPPED)) {
            SegNrrd.writeCropped(labels, file, progress);
            return Optional.empty();
        }
        return LabelExport.write(labels, Address.of(file), volumes, progress);
    }
}
