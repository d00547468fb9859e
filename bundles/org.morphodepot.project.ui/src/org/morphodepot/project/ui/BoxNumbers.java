package org.morphodepot.project.ui;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.morphodepot.ui.Ids;
import org.morphodepot.viewer.BoxGrip;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

/** A box as numbers that can be changed: first and last voxel along i, j and k, an axis a line. UI thread only. */
final class BoxNumbers {

    private static final String[] AXES = {"i", "j", "k"};
    private static final int LARGEST = 1_000_000;

    private final Composite row;
    private final Spinner[] first = new Spinner[3];
    private final Spinner[] last = new Spinner[3];
    private final Consumer<VoxelBox> changed;
    private VoxelBox shown = VoxelBox.EMPTY;
    private boolean filling;

    /** @param changed hears of a box typed by the person; never empty */
    BoxNumbers(Composite parent, String id, Consumer<VoxelBox> changed) {
        this.changed = changed;
        row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(4, 2).applyTo(row);
        for (int axis = 0; axis < AXES.length; axis++) {
            Label name = new Label(row, SWT.NONE);
            name.setText(AXES[axis]);
            GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(name);
            first[axis] = spinner(id + "-" + AXES[axis] + "-first", axis, "First voxel along " + AXES[axis]);
            new Label(row, SWT.NONE).setText("\u2013");
            last[axis] = spinner(id + "-" + AXES[axis] + "-last", axis, "Last voxel along " + AXES[axis]);
        }
    }

    private Spinner spinner(String id, int axis, String tip) {
        Spinner spinner = Ids.named(id, new Spinner(row, SWT.BORDER));
        spinner.setToolTipText(tip);
        spinner.setMaximum(LARGEST);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(spinner);
        spinner.addListener(SWT.Selection, _ -> typed(axis, spinner == first[axis]));
        return spinner;
    }

    Composite control() {
        return row;
    }

    /** Without a box the numbers are grey; {@code size} of the scan is the limit where it is known. */
    void show(Optional<VoxelBox> box, Optional<VoxelSize> size) {
        filling = true;
        shown = box.orElse(VoxelBox.EMPTY);
        for (int axis = 0; axis < AXES.length; axis++) {
            int end = size.map(VoxelSize::box).orElse(new VoxelBox(0, 0, 0, LARGEST, LARGEST, LARGEST)).max(axis) - 1;
            set(first[axis], shown.min(axis), end, box.isPresent());
            set(last[axis], Math.max(0, shown.max(axis) - 1), end, box.isPresent());
        }
        filling = false;
    }

    private static void set(Spinner spinner, int value, int end, boolean enabled) {
        if (spinner.getMaximum() != end) {
            spinner.setMaximum(Math.max(1, end));
        }
        if (spinner.getSelection() != value) {
            spinner.setSelection(value);
        }
        if (spinner.getEnabled() != enabled) {
            spinner.setEnabled(enabled);
        }
    }

    /** The other end gives way. */
    private void typed(int axis, boolean low) {
        if (!filling && !shown.isEmpty()) {
            int from = first[axis].getSelection();
            int to = last[axis].getSelection();
            changed.accept(BoxGrip.with(shown, axis, low ? from : Math.min(from, to), (low ? Math.max(from, to) : to) + 1));
        }
    }
}
