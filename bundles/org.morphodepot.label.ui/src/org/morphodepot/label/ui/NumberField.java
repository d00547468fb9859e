package org.morphodepot.label.ui;

import java.util.function.DoubleConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.morphodepot.label.tool.Option;

/** A spinner for one number with its unit behind it. UI thread only. */
final class NumberField {

    private final Composite row;
    private final Spinner spinner;
    private final double factor;

    NumberField(Composite parent, Option.Number option, DoubleConsumer changed) {
        int digits = digits(option.step());
        factor = Math.pow(10, digits);
        row = new Composite(parent, SWT.NONE);
        row.setLayout(OptionControls.compact(new GridLayout(2, false)));
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        spinner = new Spinner(row, SWT.BORDER);
        spinner.setDigits(digits);
        spinner.setValues(stored(option.initial()), stored(option.min()), stored(option.max()), digits,
                Math.max(1, stored(option.step())), Math.max(1, stored(option.step() * 10)));
        spinner.setToolTipText(option.hint());
        spinner.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        spinner.addListener(SWT.Selection, e -> changed.accept(spinner.getSelection() / factor));
        Label unit = new Label(row, SWT.NONE);
        unit.setText(option.unit());
    }

    Control control() {
        return spinner;
    }

    void show(double value) {
        int stored = stored(value);
        if (spinner.getSelection() != stored) {
            spinner.setSelection(stored);
        }
    }

    private int stored(double value) {
        return (int) Math.round(Math.clamp(value * factor, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    /** Decimals needed to show multiples of {@code step}. */
    private static int digits(double step) {
        int digits = 0;
        for (double s = step; digits < 4 && Math.abs(s - Math.rint(s)) > 1e-9; s *= 10) {
            digits++;
        }
        return digits;
    }
}
