package org.morphodepot.project.ui;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.morphodepot.depot.ColorRow;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.ui.Ids;
import org.morphodepot.volume.VoxelBox;

/** Second page of the wizard: where in the scan each structure is, as far as the director wants to say. */
final class RegionsPage extends WizardPage {

    private final TaskChoices choices;
    private final RegionScan scan;
    private Table table;
    private Icons icons;
    private BoxNumbers numbers;
    private Button draw;
    private Button same;
    private Button whole;
    private List<ColorRow> rows = List.of();

    RegionsPage(TaskChoices choices, RegionScan scan) {
        super("regions", "Where in the scan?", null);
        this.choices = choices;
        this.scan = scan;
        setDescription("Optional: a box to work in. Who gets the task starts there and sees its outline.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(page);
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 240).applyTo(table(page));
        buttons(page);
        setControl(page);
    }

    private Composite table(Composite page) {
        Composite box = new Composite(page, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        box.setLayout(layout);
        table = Ids.named("regions-table", new Table(box, SWT.FULL_SELECTION | SWT.BORDER));
        table.setHeaderVisible(true);
        icons = new Icons(table);
        column(layout, "Structure", 40);
        column(layout, "Region", 60);
        table.addListener(SWT.Selection, _ -> refresh());
        table.addListener(SWT.DefaultSelection, _ -> draw());
        return box;
    }

    private void column(TableColumnLayout layout, String heading, int weight) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(heading);
        layout.setColumnData(column, new ColumnWeightData(weight, 80));
    }

    private void buttons(Composite page) {
        Composite column = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(column);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(column);
        draw = button(column, "regions-draw", "Draw in the Slices…", this::draw);
        same = button(column, "regions-same", "Same for All", this::sameForAll);
        same.setToolTipText("Gives the region of this structure to all of them");
        whole = button(column, "regions-whole", "Whole Scan", () -> selected().ifPresent(row -> put(row, Optional.empty())));
        whole.setToolTipText("Takes the region of this structure away");
        numbers = new BoxNumbers(column, "regions", box -> selected().ifPresent(row -> put(row, Optional.of(box))));
        GridDataFactory.fillDefaults().indent(0, 8).applyTo(numbers.control());
    }

    private static Button button(Composite column, String id, String text, Runnable action) {
        Button button = Ids.named(id, new Button(column, SWT.PUSH));
        button.setText(text);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        button.addListener(SWT.Selection, _ -> action.run());
        return button;
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            fill();
        }
        super.setVisible(visible);
    }

    private void fill() {
        List<ColorRow> chosen = choices.inOrder();
        if (!chosen.equals(rows)) {
            rows = chosen;
            table.removeAll();
            rows.forEach(row -> new TableItem(table, SWT.NONE).setImage(icons.swatch(color(row))));
            table.setSelection(0);
        }
        refresh();
    }

    static SegmentColor color(ColorRow row) {
        return SegmentColor.ofRgb(row.red() << 16 | row.green() << 8 | row.blue());
    }

    private Optional<ColorRow> selected() {
        int index = table.getSelectionIndex();
        return index < 0 ? Optional.empty() : Optional.of(rows.get(index));
    }

    private void put(ColorRow row, Optional<VoxelBox> box) {
        choices.region(row, box);
        refresh();
    }

    private void sameForAll() {
        Optional<VoxelBox> box = selected().flatMap(choices::region);
        rows.forEach(row -> choices.region(row, box));
        refresh();
    }

    /** The wizard makes room for the slices until the boxes are drawn. */
    private void draw() {
        setErrorMessage(null);
        selected().ifPresent(row -> scan.open(getContainer(), session -> {
            getShell().setVisible(false);
            new DrawRegions(session, choices, rows, row).open(last -> {
                if (!getShell().isDisposed()) {
                    getShell().setVisible(true);
                    getShell().setActive();
                    table.setSelection(rows.indexOf(last));
                    refresh();
                }
            });
        }, this::setErrorMessage));
    }

    private void refresh() {
        for (int i = 0; i < rows.size(); i++) {
            table.getItem(i).setText(new String[] {rows.get(i).name(), words(choices.region(rows.get(i)))});
        }
        Optional<VoxelBox> box = selected().flatMap(choices::region);
        numbers.show(box, scan.size());
        draw.setEnabled(selected().isPresent());
        draw.setToolTipText("Shows the scan, where you drag a box around the structure");
        same.setEnabled(box.isPresent() && rows.size() > 1);
        whole.setEnabled(box.isPresent());
    }

    static String words(Optional<VoxelBox> region) {
        return region.map(box -> box.width() + " \u00d7 " + box.height() + " \u00d7 " + box.depth() + " voxels at i " + box.x0()
                + ", j " + box.y0() + ", k " + box.z0()).orElse("whole scan");
    }
}
