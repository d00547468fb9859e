package org.morphodepot.label.ui;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

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
import org.morphodepot.label.exchange.LabelMap;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.ui.MonitorProgress;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.WriteOptions;

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
        dialog.setFileName(session.name().replaceFirst("\\..*", "") + "-labels");
        String typed = dialog.open();
        if (typed == null) {
            return Optional.empty();
        }
        boolean complete = ENDINGS.stream().anyMatch(typed.toLowerCase(Locale.ROOT)::endsWith);
        return Optional.of(Path.of(complete ? typed : typed + ENDINGS.get(Math.max(0, dialog.getFilterIndex()))));
    }

    private static void export(Shell shell, Volumes volumes, Session session, Path file) {
        Segmentation labels = session.labelling().current();
        try {
            PlatformUI.getWorkbench().getProgressService().run(true, true, monitor -> {
                try {
                    write(labels, volumes, file, new MonitorProgress("Exporting " + file.getFileName(), monitor));
                } catch (IOException | RuntimeException e) {
                    throw new InvocationTargetException(e);
                }
            });
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof CancellationException)) {
                ILog.of(ExportLabels.class).error("Exporting to " + file, e.getCause());
                MessageDialog.openError(shell, "Labels Not Exported", String.valueOf(e.getCause().getMessage()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(Segmentation labels, Volumes volumes, Path file, Progress progress) throws IOException {
        String name = file.getFileName().toString();
        if (name.toLowerCase(Locale.ROOT).endsWith(CROPPED)) {
            SegNrrd.writeCropped(labels, file, progress);
        } else {
            boolean layered = name.toLowerCase(Locale.ROOT).endsWith(".zarr");
            List<LabelMap> maps = layered ? LabelMap.perLayer(labels, name) : List.of(new LabelMap(labels, name));
            for (int i = 0; i < maps.size(); i++) {
                Address target = Address.of(i == 0 ? file : file.resolveSibling(numbered(name, i + 1)));
                volumes.writer(target).write(maps.get(i), target, WriteOptions.DEFAULT, volumes, progress);
            }
        }
    }

    /** Of further layers: {@code skull-labels-2.zarr}. */
    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot) + "-" + number + name.substring(dot);
    }
}
