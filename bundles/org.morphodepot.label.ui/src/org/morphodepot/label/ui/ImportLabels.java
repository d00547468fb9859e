package org.morphodepot.label.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.exchange.LabelImport;
import org.morphodepot.label.segnrrd.GridMismatch;
import org.morphodepot.label.segnrrd.Placement;
import org.morphodepot.label.ui.ImportJob.Outcome;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.volume.Address;

/**
 * File &gt; Import Labels… and Import Labels Folder…: the segments of another file, or one for each value of a label map,
 * beside those that are there. Label maps of a group, such as OME-Zarr {@code labels}, come into layers of their own.
 */
public final class ImportLabels extends AbstractHandler {

    /** From here on it may be a scan that was chosen by mistake. */
    private static final int MANY = 300;
    /** The command for labels that are folders. */
    private static final String FOLDER = "org.morphodepot.label.ui.importFolder";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        Sessions sessions = PlatformUI.getWorkbench().getService(IEclipseContext.class).get(Sessions.class);
        Optional<Session> active = sessions.active();
        if (active.isEmpty()) {
            MessageDialog.openInformation(shell, "Import Labels", "Open the scan first that the labels belong to.");
        } else {
            Optional<Path> chosen = FOLDER.equals(event.getCommand().getId()) ? chooseFolder(shell, active.get())
                    : choose(shell, sessions, active.get());
            chosen.ifPresent(file -> start(shell, sessions, active.get(), file, Placement.EXACT));
        }
        return null;
    }

    private static Optional<Path> chooseFolder(Shell shell, Session session) {
        DirectoryDialog dialog = new DirectoryDialog(shell, SWT.OPEN);
        dialog.setText("Import Labels");
        dialog.setMessage("Choose the folder of labels, such as skull-labels.zarr");
        besideScan(session).ifPresent(dialog::setFilterPath);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    private static Optional<String> besideScan(Session session) {
        Address scan = session.scan().address();
        return scan.isFile() ? Optional.ofNullable(scan.path().getParent()).map(Path::toString) : Optional.empty();
    }

    private static Optional<Path> choose(Shell shell, Sessions sessions, Session session) {
        FileDialog dialog = new FileDialog(shell, SWT.OPEN);
        dialog.setText("Import Labels");
        String known = sessions.volumes().formats().stream().flatMap(format -> format.filePatterns().stream()).distinct()
                .collect(Collectors.joining(";"));
        dialog.setFilterNames(new String[] {"Segmentations and label maps", "All files"});
        dialog.setFilterExtensions(new String[] {known.isEmpty() ? "*" : known, "*"});
        besideScan(session).ifPresent(dialog::setFilterPath);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    private static void start(Shell shell, Sessions sessions, Session session, Path file, Placement placement) {
        new ImportJob(sessions.volumes(), session, file, placement, outcome -> {
            if (!shell.isDisposed()) {
                shell.getDisplay().asyncExec(() -> ended(shell, sessions, session, file, outcome));
            }
        }).schedule();
    }

    private static void ended(Shell shell, Sessions sessions, Session session, Path file, Outcome outcome) {
        if (shell.isDisposed()) {
            return;
        }
        String name = String.valueOf(file.getFileName());
        switch (outcome) {
            case Outcome.Read(Segmentation labels) -> add(shell, session, labels, name);
            case Outcome.Misfit(GridMismatch mismatch) ->
                chosen(shell, name, mismatch).ifPresent(placement -> start(shell, sessions, session, file, placement));
            case Outcome.Failed(String reason) -> MessageDialog.openError(shell, "Cannot Import " + name, reason);
        }
    }

    private static void add(Shell shell, Session session, Segmentation labels, String name) {
        int count = labels.segments().size();
        if (count == 0) {
            MessageDialog.openInformation(shell, "Import Labels", name + " holds no labels.");
        } else if (count <= MANY || MessageDialog.openQuestion(shell, "Import Labels", name + " has " + count
                + " different values. Import each as a segment?")) {
            session.change(labelling -> labelling.apply(LabelImport.edit(labelling.current(), labels, name)));
        }
    }

    private static Optional<Placement> chosen(Shell shell, String name, GridMismatch mismatch) {
        String fit = mismatch.outside() > 0 ? "Leave Those Out" : "Resample Labels";
        String[] buttons = mismatch.sameSize() ? new String[] {fit, "Match Voxel by Voxel", "Cancel"}
                : new String[] {fit, "Cancel"};
        int answer = MessageDialog.open(MessageDialog.QUESTION, shell, "Labels Do Not Fit the Scan",
                name + ": " + mismatch.getMessage() + "\n\nThe file itself is not changed.", 0, buttons);
        return answer == 0 ? Optional.of(Placement.RESAMPLED)
                : answer == 1 && mismatch.sameSize() ? Optional.of(Placement.BY_INDEX) : Optional.empty();
    }
}
