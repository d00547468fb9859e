package org.morphodepot.project.ui;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.morphodepot.ui.Ids;

/** A sentence above old content that says why it is old; takes no room while all is well. For parents with a grid layout. */
final class TroubleLine {

    private final Composite row;
    private final Label text;

    TroubleLine(Composite parent, String id, int columns) {
        row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 3).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).exclude(true).applyTo(row);
        Label sign = new Label(row, SWT.NONE);
        sign.setText("⚠");
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(sign);
        text = Ids.named(id, new Label(row, SWT.WRAP));
        GridDataFactory.fillDefaults().grab(true, false).hint(60, SWT.DEFAULT).applyTo(text);
        row.setVisible(false);
    }

    void show(Optional<String> trouble) {
        String words = trouble.orElse("");
        if (!words.equals(text.getText())) {
            text.setText(words);
            text.setToolTipText(words);
            ((GridData) row.getLayoutData()).exclude = words.isEmpty();
            row.setVisible(!words.isEmpty());
            row.getParent().layout(true, true);
        }
    }
}
