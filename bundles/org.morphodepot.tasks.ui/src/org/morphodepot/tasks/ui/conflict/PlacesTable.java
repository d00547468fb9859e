package org.morphodepot.tasks.ui.conflict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.morphodepot.label.Segment;
import org.morphodepot.label.merge.MergeConflict;
import org.morphodepot.ui.Ids;
import org.morphodepot.work.conflict.Conflict.Choice;

/** Places of a conflict: what they are on each side, how large, and what was decided. UI thread. */
final class PlacesTable {

    private final Composite box;
    private final Table table;
    private List<MergeConflict> places = List.of();

    PlacesTable(Composite parent, Consumer<MergeConflict> look) {
        box = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        box.setLayout(layout);
        table = Ids.named("conflict-table", new Table(box, SWT.FULL_SELECTION | SWT.SINGLE));
        table.setHeaderVisible(true);
        String[] headings = {"Mine", "Theirs", "Voxels", "Decided"};
        int[] weights = {32, 32, 18, 18};
        for (int i = 0; i < headings.length; i++) {
            TableColumn column = new TableColumn(table, i == 2 ? SWT.RIGHT : SWT.NONE);
            column.setText(headings[i]);
            layout.setColumnData(column, new ColumnWeightData(weights[i], 50));
        }
        table.addListener(SWT.Selection, e -> selected().ifPresent(look));
    }

    Composite control() {
        return box;
    }

    /** @param painted whether all of it becomes as it was painted, whatever was decided before */
    void show(List<MergeConflict> shown, Map<Integer, Choice> decisions, boolean painted) {
        int row = table.getSelectionIndex();
        places = shown;
        table.setItemCount(places.size());
        for (int i = 0; i < places.size(); i++) {
            MergeConflict place = places.get(i);
            TableItem item = table.getItem(i);
            item.setText(new String[] {name(place.ours()), name(place.theirs()), Long.toString(place.voxels()),
                painted ? "as painted" : decided(decisions.get(place.number()))});
        }
        table.setSelection(places.isEmpty() ? -1 : Math.clamp(row, 0, places.size() - 1));
    }

    private static String name(Optional<Segment> segment) {
        return segment.map(Segment::name).orElse("nothing");
    }

    private static String decided(Choice choice) {
        return choice == null ? "" : choice == Choice.MINE ? "mine" : "theirs";
    }

    Optional<MergeConflict> selected() {
        int row = table.getSelectionIndex();
        return row >= 0 && row < places.size() ? Optional.of(places.get(row)) : Optional.empty();
    }

    /** Selects the first of these places. */
    Optional<MergeConflict> selectNext(List<MergeConflict> undecided) {
        Optional<MergeConflict> next = undecided.stream().findFirst();
        next.ifPresent(place -> table.setSelection(places.indexOf(place)));
        return next;
    }
}
