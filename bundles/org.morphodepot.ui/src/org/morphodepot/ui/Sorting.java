package org.morphodepot.ui;

import java.util.Comparator;

import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/** Sorts a table by the heading that was clicked; a second click turns the order round. UI thread only. */
public final class Sorting {

    private Sorting() {
    }

    /** Makes a heading sort rows, which are all of the comparator's type. */
    public static <T> void onClick(TableViewer viewer, TableViewerColumn column, Comparator<T> order) {
        column.getColumn().addListener(SWT.Selection, _ -> sort(viewer, column.getColumn(), order));
    }

    private static <T> void sort(TableViewer viewer, TableColumn column, Comparator<T> order) {
        Table table = viewer.getTable();
        boolean again = table.getSortColumn() == column && table.getSortDirection() == SWT.UP;
        table.setSortColumn(column);
        table.setSortDirection(again ? SWT.DOWN : SWT.UP);
        Comparator<T> wanted = again ? order.reversed() : order;
        viewer.setComparator(new ViewerComparator() {
            @Override
            @SuppressWarnings("unchecked")
            public int compare(Viewer shown, Object one, Object other) {
                return wanted.compare((T) one, (T) other);
            }
        });
    }
}
