package org.morphodepot.label.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.morphodepot.label.tool.Option;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.ui.Ids;
import org.morphodepot.volume.DisplayRange;

/**
 * Controls for the options a tool declares, one row each, so that tools need no user interface code. Tells
 * {@code changed} the new settings after every change by the user. UI thread only.
 */
final class OptionControls {

    private static final int NARROWEST = 70;

    private final Composite parent;
    private final Consumer<Settings> changed;
    private final DisplayRange intensities;
    private final List<Row> rows = new ArrayList<>();
    private Settings settings;

    /** Brings one control up to date without telling anybody. */
    private interface Row {
        void show(Settings settings);
    }

    OptionControls(Composite parent, List<Option> options, Settings settings, DisplayRange intensities,
            Consumer<Settings> changed) {
        this.parent = parent;
        this.settings = settings;
        this.intensities = intensities;
        this.changed = changed;
        parent.setLayout(compact(new GridLayout(2, false)));
        options.forEach(this::create);
        show(settings);
    }

    /** Shows settings that changed elsewhere, for instance the brush size by the wheel. */
    void show(Settings now) {
        settings = now;
        rows.forEach(row -> row.show(now));
    }

    static GridLayout compact(GridLayout layout) {
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 6;
        return layout;
    }

    /** As wide as there is room, not as its longest word: a narrow view cuts it inside and not at its edge. */
    static GridData filling() {
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = NARROWEST;
        return data;
    }

    private void create(Option option) {
        switch (option) {
            case Option.Number number -> number(number);
            case Option.Range range -> range(range);
            case Option.Choice choice -> choice(choice);
            case Option.Toggle toggle -> toggle(toggle);
        }
    }

    private void set(String id, Object value) {
        settings = settings.with(id, value);
        changed.accept(settings);
    }

    private void number(Option.Number option) {
        label(option);
        NumberField field = new NumberField(parent, option, value -> set(option.id(), value));
        identify(field.control(), option);
        rows.add(now -> field.show(now.number(option.id(), option.initial())));
    }

    private void range(Option.Range option) {
        Label title = label(option);
        title.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 2, 1));
        RangeField field = new RangeField(parent, intensities, range -> {
            settings = settings.with(option.id() + ".low", range.low()).with(option.id() + ".high", range.high());
            changed.accept(settings);
        });
        field.control().setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        identify(field.control(), option);
        rows.add(now -> field.show(range(now, option).orElse(intensities)));
    }

    private static Optional<DisplayRange> range(Settings settings, Option.Range option) {
        double low = settings.number(option.id() + ".low", Double.NaN);
        double high = settings.number(option.id() + ".high", Double.NaN);
        return Double.isNaN(low) || Double.isNaN(high) ? Optional.empty() : Optional.of(new DisplayRange(low, high));
    }

    private void choice(Option.Choice option) {
        label(option);
        Combo combo = new Combo(parent, SWT.READ_ONLY);
        combo.setItems(option.labels().toArray(String[]::new));
        combo.setToolTipText(option.hint());
        combo.setLayoutData(filling());
        combo.addListener(SWT.Selection, e -> set(option.id(), option.values().get(combo.getSelectionIndex())));
        identify(combo, option);
        rows.add(now -> combo.select(Math.max(0,
                option.values().indexOf(now.choice(option.id(), option.values().getFirst())))));
    }

    private void toggle(Option.Toggle option) {
        Button button = Ids.check("option-" + option.id(), parent);
        button.setText(option.label());
        button.setToolTipText(option.hint());
        button.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 2, 1));
        button.addListener(SWT.Selection, e -> set(option.id(), button.getSelection()));
        rows.add(now -> button.setSelection(now.toggle(option.id(), option.initial())));
    }

    private Label label(Option option) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(option.label());
        label.setToolTipText(option.hint());
        return label;
    }

    private static void identify(Control control, Option option) {
        control.setData("org.eclipse.e4.ui.css.id", "option-" + option.id());
    }
}
