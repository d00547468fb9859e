package org.morphodepot.project.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.morphodepot.ui.Ids;
import org.morphodepot.work.review.Comparison;
import org.morphodepot.work.review.Spot.Kind;
import org.morphodepot.work.review.StructureChange;

/** What a contribution changes, one structure a row, all of them in the first. UI thread only. */
final class DifferenceTable {

    private final Table table;
    private final Icons icons;
    private List<StructureChange> rows = List.of();
    private Comparison shown;

    /** @param looked gets the id of the segment of the row that was chosen, or nothing for all */
    DifferenceTable(Composite parent, Consumer<Optional<String>> looked) {
        Composite box = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        box.setLayout(layout);
        table = Ids.named("difference-table", new Table(box, SWT.FULL_SELECTION | SWT.SINGLE));
        icons = new Icons(table);
        table.setHeaderVisible(true);
        column(layout, "Structure", "Choose a row to walk through its differences only", 37, 105, SWT.LEFT);
        column(layout, "Added", "Voxels that were nothing before", 21, 60, SWT.RIGHT);
        column(layout, "Removed", "Voxels that are nothing now", 21, 68, SWT.RIGHT);
        column(layout, "Changed", "Voxels that went from one structure to another", 21, 68, SWT.RIGHT);
        table.addListener(SWT.Selection, _ -> looked.accept(selected()));
    }

    private void column(TableColumnLayout layout, String heading, String tip, int weight, int least, int align) {
        TableColumn column = new TableColumn(table, align);
        column.setText(heading);
        column.setToolTipText(tip);
        layout.setColumnData(column, new ColumnWeightData(weight, least));
    }

    Composite control() {
        return table.getParent();
    }

    private Optional<String> selected() {
        int row = table.getSelectionIndex();
        return row > 0 && row <= rows.size() ? Optional.of(rows.get(row - 1).segment().id()) : Optional.empty();
    }

    void show(Comparison comparison, Optional<String> structure) {
        if (comparison != shown) {
            shown = comparison;
            rows = comparison.structures();
            table.removeAll();
            fill(new TableItem(table, SWT.NONE), "All structures", comparison.voxels(Kind.ADDED), comparison.voxels(Kind.REMOVED),
                    comparison.voxels(Kind.CHANGED));
            for (StructureChange change : rows) {
                TableItem item = new TableItem(table, SWT.NONE);
                fill(item, name(change), change.added(), change.removed(), change.changed());
                item.setImage(0, icons.swatch(change.segment().color()));
            }
        }
        int row = structure.map(id -> rows.stream().map(r -> r.segment().id()).toList().indexOf(id) + 1).orElse(0);
        table.setSelection(row);
    }

    private static String name(StructureChange change) {
        if (change.before().isEmpty()) {
            return change.name() + " (new)";
        }
        if (change.after().isEmpty()) {
            return change.name() + " (taken out)";
        }
        String before = change.before().get().name();
        return before.equals(change.name()) ? change.name() : change.name() + " (was " + before + ")";
    }

    private static void fill(TableItem item, String name, long added, long removed, long changed) {
        item.setText(new String[] {name, number("+", added), number("−", removed), number("~", changed)});
    }

    private static String number(String sign, long voxels) {
        return voxels == 0 ? "" : sign + Ages.count(voxels);
    }
}
