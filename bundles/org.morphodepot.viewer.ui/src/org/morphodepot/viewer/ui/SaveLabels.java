package org.morphodepot.viewer.ui;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.ISaveablePart2;
import org.eclipse.ui.PlatformUI;
import org.morphodepot.ui.MonitorProgress;
import org.morphodepot.viewer.session.LabelFiles;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.Address;

/**
 * Saves the labels of a session with progress, and says so when that fails. UI thread; it goes on painting meanwhile.
 */
final class SaveLabels {

    private SaveLabels() {
    }

    /** Asks for a file name, beside the scan at first; empty when the user thinks better of it. */
    static Optional<Path> askTarget(Shell shell, Session session) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText("Save Labels As");
        dialog.setFilterNames(new String[] {"Segmentations (*" + LabelFiles.SUFFIX + ")"});
        dialog.setFilterExtensions(new String[] {"*" + LabelFiles.SUFFIX});
        dialog.setOverwrite(true);
        Address scan = session.scan().address();
        Optional<Path> folder = session.file().map(Path::getParent)
                .or(() -> scan.isFile() ? Optional.ofNullable(scan.path().getParent()) : Optional.empty());
        folder.ifPresent(path -> dialog.setFilterPath(path.toString()));
        dialog.setFileName(session.file().map(file -> file.getFileName().toString()).orElse(LabelFiles.nameFor(scan)));
        return Optional.ofNullable(dialog.open()).map(SaveLabels::withSuffix).map(Path::of);
    }

    /** Whether to save before closing, as {@link ISaveablePart2} wants it. */
    static int askOnClose(Shell shell, Session session) {
        String file = session.file().map(path -> " They will be saved in " + path.getFileName() + ".").orElse("");
        int answer = MessageDialog.open(MessageDialog.QUESTION, shell, "Save Labels",
                "The labels of " + session.name() + " have changed." + file, 0, "Save", "Don't Save", "Cancel");
        return switch (answer) {
            case 0 -> ISaveablePart2.YES;
            case 1 -> ISaveablePart2.NO;
            default -> ISaveablePart2.CANCEL;
        };
    }

    /** What was typed, with the ending that 3D Slicer knows. */
    static String withSuffix(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        if (lower.endsWith(LabelFiles.SUFFIX)) {
            return typed;
        }
        return (lower.endsWith(".nrrd") || lower.endsWith(".seg") ? typed.substring(0, typed.lastIndexOf('.')) : typed)
                + LabelFiles.SUFFIX;
    }

    /** Whether the labels are saved now. */
    static boolean save(Shell shell, Session session, Path target) {
        try {
            PlatformUI.getWorkbench().getProgressService().run(true, true, monitor -> {
                try {
                    Services.sessions().save(session, target,
                            new MonitorProgress("Saving " + target.getFileName(), monitor));
                } catch (IOException | RuntimeException e) {
                    throw new InvocationTargetException(e);
                }
            });
            return true;
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof CancellationException)) {
                ILog.of(SaveLabels.class).error("Saving " + target, e.getCause());
                MessageDialog.openError(shell, "Labels Not Saved", Reasons.of(e.getCause())
                        + "\n\nYour labels are still here; save them under another name.");
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
