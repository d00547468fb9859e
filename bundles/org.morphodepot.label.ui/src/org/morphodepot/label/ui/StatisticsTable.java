package org.morphodepot.label.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.morphodepot.label.statistics.SegmentStatistics;

/** One row of numbers for each segment; a click on a heading sorts, Ctrl+C copies the selected rows. UI thread only. */
final class StatisticsTable {

    private static final int NAME_WIDTH = 150;
    private static final int NUMBER_WIDTH = 86;
    private static final int CHARACTER = 9;

    private final Table table;
    private final Icons icons;
    private List<SegmentStatistics> rows = List.of();
    private List<SegmentStatistics> sorted = List.of();

    StatisticsTable(Composite parent) {
        table = new Table(parent, SWT.FULL_SELECTION | SWT.MULTI | SWT.VIRTUAL | SWT.BORDER);
        table.setData("org.eclipse.e4.ui.css.id", "statistics-table");
        table.setHeaderVisible(true);
        icons = new Icons(table);
        column("Segment", "Sort as in the Segments view with a third click", SWT.LEFT, NAME_WIDTH);
        for (StatisticsColumn column : StatisticsColumn.values()) {
            column(column.title(), column.hint(), SWT.RIGHT, Math.max(NUMBER_WIDTH, CHARACTER * column.title().length() + 12));
        }
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == 'c' && (e.stateMask & SWT.MOD1) != 0) {
                copy();
            } else if (e.keyCode == 'a' && (e.stateMask & SWT.MOD1) != 0) {
                table.selectAll();
            }
        });
    }

    Table control() {
        return table;
    }

    void show(List<SegmentStatistics> statistics) {
        rows = statistics;
        sort();
    }

    private void column(String title, String hint, int alignment, int width) {
        TableColumn column = new TableColumn(table, alignment);
        column.setText(title);
        column.setToolTipText(hint);
        column.setWidth(width);
        column.setMoveable(true);
        column.addListener(SWT.Selection, e -> turn(column));
    }

    /** Rising, falling, then as in the list of segments. */
    private void turn(TableColumn column) {
        boolean same = table.getSortColumn() == column;
        int next = !same ? SWT.UP : table.getSortDirection() == SWT.UP ? SWT.DOWN : SWT.NONE;
        table.setSortColumn(next == SWT.NONE ? null : column);
        table.setSortDirection(next);
        sort();
    }

    private void sort() {
        sorted = new ArrayList<>(rows);
        if (table.getSortColumn() != null) {
            int column = table.indexOf(table.getSortColumn());
            Comparator<SegmentStatistics> order = column == 0
                    ? Comparator.comparing(s -> s.segment().name(), String.CASE_INSENSITIVE_ORDER)
                    : StatisticsColumn.values()[column - 1].order();
            sorted.sort(table.getSortDirection() == SWT.DOWN ? order.reversed() : order);
        }
        table.setItemCount(sorted.size());
        table.clearAll();
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        SegmentStatistics row = sorted.get(event.index);
        item.setImage(icons.swatch(row.segment().color()));
        item.setText(texts(row).toArray(String[]::new));
    }

    private static List<String> texts(SegmentStatistics row) {
        List<String> texts = new ArrayList<>();
        texts.add(row.segment().name());
        for (StatisticsColumn column : StatisticsColumn.values()) {
            texts.add(column.text(row));
        }
        return texts;
    }

    /** Puts the selected rows, or all when none is, on the clipboard for a spreadsheet, with their headings. */
    void copy() {
        if (sorted.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder("Segment");
        for (StatisticsColumn column : StatisticsColumn.values()) {
            text.append('\t').append(column.title());
        }
        for (int i = 0; i < sorted.size(); i++) {
            if (table.getSelectionCount() == 0 || table.isSelected(i)) {
                text.append('\n').append(String.join("\t", texts(sorted.get(i))));
            }
        }
        Clipboard clipboard = new Clipboard(table.getDisplay());
        clipboard.setContents(new Object[] {text.append('\n').toString()}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }
}
