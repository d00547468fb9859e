package org.morphodepot.viewer.ui;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.morphodepot.ui.FieldsDialog;
import org.morphodepot.ui.Ids;
import org.morphodepot.viewer.session.Spacing;

/** Asks how far the voxels of a scan are apart when its file does not say it. */
final class SpacingDialog extends FieldsDialog {

    private final Optional<Spacing.Sides> suggestion;
    private Text x;
    private Text y;
    private Text z;
    private Combo unit;
    private Button same;
    private Button unknown;
    private Spacing answer = new Spacing.Voxels();

    SpacingDialog(Shell parent, String name, Optional<Spacing.Sides> suggestion) {
        super(parent, "Voxel Spacing", name + " does not say how far its voxels are apart.\n"
                + "Its scanner's log often does, as \u201cpixel size\u201d. Asked once for each scan.", "Open");
        this.suggestion = suggestion;
    }

    /** The answer; after OK. */
    Spacing answer() {
        return answer;
    }

    @Override
    protected int columns() {
        return 3;
    }

    @Override
    protected void fill(Composite area) {
        x = side(area, "&x, across a slice:", "spacing-x");
        unit = Ids.named("spacing-unit", new Combo(area, SWT.READ_ONLY));
        SpacingWords.UNITS.forEach(unit::add);
        unit.setToolTipText("Micrometres or millimetres; for all three");
        y = side(area, "&y, down a slice:", "spacing-y");
        same = box(area, "&Same as x", 1);
        z = side(area, "&z, slice to slice:", "spacing-z");
        new Label(area, SWT.NONE);
        unknown = Ids.named("spacing-unknown", box(area, "&Not known: count in voxels", 3));
        suggest();
        x.addListener(SWT.Modify, _ -> link());
        same.addListener(SWT.Selection, _ -> link());
        unknown.addListener(SWT.Selection, _ -> link());
        link();
        x.setFocus();
        x.selectAll();
    }

    private Text side(Composite area, String name, String id) {
        new Label(area, SWT.NONE).setText(name);
        Text text = Ids.named(id, new Text(area, SWT.BORDER));
        GridDataFactory.swtDefaults().hint(90, SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.Modify, _ -> check());
        return text;
    }

    private static Button box(Composite area, String name, int columns) {
        Button box = new Button(area, SWT.CHECK);
        box.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); // the light theme would hide the tick on GTK
        box.setText(name);
        GridDataFactory.swtDefaults().span(columns, 1).applyTo(box);
        return box;
    }

    private void suggest() {
        unit.select(0);
        same.setSelection(true);
        suggestion.ifPresent(sides -> {
            x.setText(SpacingWords.number(sides.x()));
            y.setText(SpacingWords.number(sides.y()));
            z.setText(SpacingWords.number(sides.z()));
            unit.setText(SpacingWords.unit(sides));
            same.setSelection(sides.x() == sides.y());
        });
    }

    /** What follows from the boxes. */
    private void link() {
        boolean known = !unknown.getSelection();
        if (known && same.getSelection() && !y.getText().equals(x.getText())) {
            y.setText(x.getText());
        }
        List.of(x, z, unit, same).forEach(control -> control.setEnabled(known));
        y.setEnabled(known && !same.getSelection());
        check();
    }

    @Override
    protected boolean isComplete() {
        return unknown.getSelection() || List.of(x, y, z).stream().noneMatch(text -> text.getText().isBlank());
    }

    @Override
    protected Optional<String> problem() {
        try {
            answer = read();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private Spacing read() {
        return unknown.getSelection() ? new Spacing.Voxels()
                : SpacingWords.read(x.getText(), y.getText(), z.getText(), unit.getText());
    }
}
