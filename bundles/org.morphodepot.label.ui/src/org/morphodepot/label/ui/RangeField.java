package org.morphodepot.label.ui;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.morphodepot.volume.DisplayRange;

/** Two numbers, low and high, with a bar whose ends can be dragged. UI thread only. */
final class RangeField {

    private final Composite row;
    private final Text low;
    private final Text high;
    private final RangeBar bar;
    private final Consumer<DisplayRange> changed;
    private DisplayRange range;

    RangeField(Composite parent, DisplayRange limits, Consumer<DisplayRange> changed) {
        this.changed = changed;
        range = limits;
        row = new Composite(parent, SWT.NONE);
        row.setLayout(OptionControls.compact(new GridLayout(3, false)));
        low = field("Lowest intensity");
        bar = new RangeBar(row, limits, this::accept);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        high = field("Highest intensity");
        show(limits);
    }

    Control control() {
        return row;
    }

    void show(DisplayRange now) {
        range = now;
        put(low, now.low());
        put(high, now.high());
        bar.show(now);
    }

    private Text field(String hint) {
        Text text = new Text(row, SWT.BORDER | SWT.RIGHT);
        text.setToolTipText(hint);
        GridData data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        data.widthHint = 52;
        text.setLayoutData(data);
        text.addListener(SWT.DefaultSelection, e -> typed());
        text.addListener(SWT.FocusOut, e -> typed());
        return text;
    }

    private void typed() {
        try {
            DisplayRange now = new DisplayRange(Double.parseDouble(low.getText().strip()),
                    Double.parseDouble(high.getText().strip()));
            if (now.low() <= now.high() && !now.equals(range)) {
                accept(now);
                return;
            }
        } catch (NumberFormatException e) {
            // not a number yet: the last good range comes back below
        }
        show(range);
    }

    private void accept(DisplayRange now) {
        show(now);
        changed.accept(now);
    }

    private static void put(Text text, double value) {
        String shown = Math.abs(value) >= 100 || value == Math.rint(value) ? String.valueOf(Math.round(value))
                : String.format(java.util.Locale.ROOT, "%.3g", value);
        if (!text.getText().equals(shown)) {
            text.setText(shown);
        }
    }
}
