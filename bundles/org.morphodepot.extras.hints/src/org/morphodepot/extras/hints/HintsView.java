package org.morphodepot.extras.hints;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

/** Shows one tip, and the next one when asked. */
public final class HintsView extends ViewPart {

    private final List<Hint> hints = Hints.load();
    private int shown;
    private Label key;
    private Label text;
    private Button next;

    @Override
    public void createPartControl(Composite parent) {
        GridLayoutFactory.swtDefaults().margins(12, 12).spacing(0, 8).applyTo(parent);
        key = new Label(parent, SWT.NONE);
        key.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(key);
        text = new Label(parent, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, true).hint(160, SWT.DEFAULT).applyTo(text);
        next = new Button(parent, SWT.PUSH);
        next.setText("Next hint");
        next.addListener(SWT.Selection, _ -> show(shown + 1));
        show(0);
    }

    private void show(int index) {
        shown = index % hints.size();
        Hint hint = hints.get(shown);
        key.setText(hint.key().isEmpty() ? "Good to know" : hint.key());
        text.setText(hint.text());
        text.getParent().layout();
    }

    @Override
    public void setFocus() {
        next.setFocus();
    }
}
