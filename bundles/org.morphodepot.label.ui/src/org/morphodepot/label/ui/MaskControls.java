package org.morphodepot.label.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.morphodepot.label.Segment;
import org.morphodepot.label.tool.MaskRule;
import org.morphodepot.label.tool.MaskRule.Area;
import org.morphodepot.label.tool.MaskRule.Overwrite;
import org.morphodepot.ui.Ids;
import org.morphodepot.volume.DisplayRange;

/** Where painting is allowed: area, overwriting, intensity range. UI thread only. */
final class MaskControls {

    private static final List<String> AREAS = List.of("Everywhere", "Inside all segments", "Inside visible segments",
            "Outside all segments", "Outside visible segments");
    /** Short, for a narrow panel: the tool tip says more. */
    private static final List<String> OVERWRITE = List.of("Unlocked", "Visible", "Nothing");

    private final Composite box;
    private final Combo area;
    private final Combo overwrite;
    private final Button limited;
    private final Consumer<MaskRule> changed;
    private final DisplayRange intensities;
    private final RangeField range;
    private List<Segment> segments = List.of();
    private MaskRule rule = MaskRule.DEFAULT;

    MaskControls(Composite parent, DisplayRange intensities, Consumer<MaskRule> changed) {
        this.changed = changed;
        this.intensities = intensities;
        box = new Composite(parent, SWT.NONE);
        box.setLayout(OptionControls.compact(new GridLayout(2, false)));
        area = combo("Paint", "Where tools may change voxels", "mask-area");
        overwrite = combo("Overwrite", "Which other segments painting may replace: those that are not locked,"
                + " of these only the visible ones, or none, so that segments overlap", "mask-overwrite");
        overwrite.setItems(OVERWRITE.toArray(String[]::new));
        limited = Ids.check("mask-intensity", box);
        limited.setText("Intensities (I)");
        limited.setToolTipText("Leaves voxels outside this intensity range as they are");
        limited.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 2, 1));
        range = new RangeField(box, intensities, r -> accept(withIntensities(Optional.of(r))));
        range.control().setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        area.addListener(SWT.Selection, e -> accept(chosen()));
        overwrite.addListener(SWT.Selection, e -> accept(chosen()));
        limited.addListener(SWT.Selection, e -> accept(withIntensities(
                limited.getSelection() ? Optional.of(rule.intensities().orElse(intensities)) : Optional.empty())));
    }

    Composite control() {
        return box;
    }

    /** Shows a rule without telling anybody. */
    void show(MaskRule now, List<Segment> present) {
        rule = now;
        if (!names(segments).equals(names(present)) || area.getItemCount() == 0) {
            segments = present;
            area.setItems(AREAS.toArray(String[]::new));
            present.forEach(segment -> area.add("Inside " + segment.name()));
        }
        segments = present;
        area.select(now.area() == Area.INSIDE_SEGMENT ? AREAS.size() + place(now.inside()) : now.area().ordinal());
        overwrite.select(now.overwrite().ordinal());
        limited.setSelection(now.intensities().isPresent());
        range.control().setVisible(now.intensities().isPresent());
        range.show(now.intensities().orElse(intensities));
    }

    private static List<String> names(List<Segment> segments) {
        return segments.stream().map(Segment::name).toList();
    }

    private int place(Optional<String> id) {
        for (int i = 0; i < segments.size(); i++) {
            if (Optional.of(segments.get(i).id()).equals(id)) {
                return i;
            }
        }
        return 0;
    }

    private void accept(MaskRule now) {
        show(now, segments);
        changed.accept(now);
    }

    private MaskRule chosen() {
        int chosen = Math.max(0, area.getSelectionIndex());
        boolean inOne = chosen >= AREAS.size();
        Optional<String> inside = inOne ? Optional.of(segments.get(chosen - AREAS.size()).id()) : Optional.empty();
        return new MaskRule(inOne ? Area.INSIDE_SEGMENT : Area.values()[chosen], inside, rule.intensities(),
                Overwrite.values()[Math.max(0, overwrite.getSelectionIndex())]);
    }

    private MaskRule withIntensities(Optional<DisplayRange> intensity) {
        return new MaskRule(rule.area(), rule.inside(), intensity, rule.overwrite());
    }

    private Combo combo(String label, String hint, String id) {
        Label title = new Label(box, SWT.NONE);
        title.setText(label);
        Combo combo = new Combo(box, SWT.READ_ONLY);
        combo.setToolTipText(hint);
        combo.setData("org.eclipse.e4.ui.css.id", id);
        combo.setLayoutData(OptionControls.filling());
        return combo;
    }
}
