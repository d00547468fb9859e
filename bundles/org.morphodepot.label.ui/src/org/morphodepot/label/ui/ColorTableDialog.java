package org.morphodepot.label.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.morphodepot.depot.ColorTable;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.viewer.session.Session;

/** Adds the structures of a colour table as segments; structures that are there already, by name, are left alone. */
final class ColorTableDialog {

    private final Shell shell;

    ColorTableDialog(Shell shell) {
        this.shell = shell;
    }

    /** Asks for the file, beside the scan at first. UI thread. */
    void chooseAndAdd(Session session) {
        FileDialog dialog = new FileDialog(shell, SWT.OPEN);
        dialog.setText("Add Structures of a Colour Table");
        dialog.setFilterNames(new String[] {"Colour tables (*.csv, *.ctbl, *.txt)", "All files"});
        dialog.setFilterExtensions(new String[] {"*.csv;*.ctbl;*.txt", "*"});
        if (session.scan().address().isFile()) {
            dialog.setFilterPath(String.valueOf(session.scan().address().path().getParent()));
        }
        String chosen = dialog.open();
        if (chosen != null) {
            add(session, Path.of(chosen));
        }
    }

    private void add(Session session, Path file) {
        try {
            List<Segment> wanted = ColorTable.read(file).segments();
            if (wanted.isEmpty()) {
                MessageDialog.openInformation(shell, "No Structures", file.getFileName()
                        + " names no structures. A colour table has a row with a name for each.");
                return;
            }
            session.change(labelling -> {
                Set<String> present = labelling.current().segments().stream().map(Segment::name)
                        .collect(Collectors.toSet());
                List<Segment> missing = wanted.stream().filter(segment -> !present.contains(segment.name())).toList();
                if (!missing.isEmpty()) {
                    labelling.apply(SegmentEdits.add(labelling.current(), missing));
                }
            });
        } catch (IOException e) {
            MessageDialog.openError(shell, "Cannot Read the Colour Table", e.getMessage());
        }
    }
}
