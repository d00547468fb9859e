package org.morphodepot.tasks.ui.active;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.morphodepot.work.checkpoint.Checkpoint;

/** Asks whether a large file is to be cropped: once while GitHub takes it, each time when it takes it no more. */
final class CropOffer {

    private final Set<Path> answered = ConcurrentHashMap.newKeySet();

    /** Asks if need be. Blocks until there is an answer; no when it cannot be asked. Any thread. */
    boolean isTaken(Path labels) {
        long size = size(labels);
        if (!isNeeded(labels, size) || !PlatformUI.isWorkbenchRunning()) {
            return false;
        }
        boolean[] taken = {false};
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.syncExec(() -> taken[0] = MessageDialog.open(MessageDialog.QUESTION, display.getActiveShell(),
                "Large Labels File", question(labels, size), 0, "Crop to Labels", "Keep as It Is") == 0);
        return taken[0];
    }

    boolean isNeeded(Path labels, long size) {
        return size > Checkpoint.MOST_BYTES || size > Checkpoint.WARNING_BYTES && answered.add(labels);
    }

    static String question(Path labels, long size) {
        String limit = size > Checkpoint.MOST_BYTES ? "GitHub takes files up to 100 MB, so it cannot be sent."
                : "GitHub warns above 50 MB and takes no file above 100 MB.";
        return labels.getFileName() + " has " + (size >> 20) + " MB. " + limit + "\n\nIt can be cropped to the box around all"
                + " labels, now and whenever you save it. That costs nothing: no label is lost, nothing moves in the scan, and"
                + " you can go on painting everywhere. 3D Slicer reads it as before.";
    }

    private static long size(Path labels) {
        try {
            return Files.size(labels);
        } catch (IOException e) {
            return 0; // the checkpoint says what is wrong with it
        }
    }
}
