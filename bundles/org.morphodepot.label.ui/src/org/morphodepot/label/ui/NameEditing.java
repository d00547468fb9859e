package org.morphodepot.label.ui;

import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.morphodepot.label.Segment;

/** Renames a segment in place. */
final class NameEditing extends EditingSupport {

    private final TableViewer viewer;
    private final SegmentTable.Wishes wishes;

    NameEditing(TableViewer viewer, SegmentTable.Wishes wishes) {
        super(viewer);
        this.viewer = viewer;
        this.wishes = wishes;
    }

    /** A single click selects; only F2 and a double-click on the name edit. */
    static void startOnF2OrDoubleClick(TableViewer viewer, int nameColumn) {
        ColumnViewerEditorActivationStrategy strategy = new ColumnViewerEditorActivationStrategy(viewer) {
            @Override
            protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
                return event.eventType == ColumnViewerEditorActivationEvent.MOUSE_DOUBLE_CLICK_SELECTION
                        || event.eventType == ColumnViewerEditorActivationEvent.PROGRAMMATIC
                        || event.eventType == ColumnViewerEditorActivationEvent.KEY_PRESSED && event.keyCode == SWT.F2;
            }
        };
        TableViewerEditor.create(viewer, strategy, ColumnViewerEditor.DEFAULT);
        viewer.getTable().addListener(SWT.KeyDown, event -> {
            Object selected = viewer.getStructuredSelection().getFirstElement();
            if (event.keyCode == SWT.F2 && selected != null) {
                viewer.editElement(selected, nameColumn);
            }
        });
    }

    @Override
    protected CellEditor getCellEditor(Object element) {
        return new TextCellEditor(viewer.getTable());
    }

    @Override
    protected boolean canEdit(Object element) {
        return true;
    }

    @Override
    protected Object getValue(Object element) {
        return ((Segment) element).name();
    }

    @Override
    protected void setValue(Object element, Object value) {
        Segment segment = (Segment) element;
        String name = String.valueOf(value).strip();
        if (!name.isEmpty() && !name.equals(segment.name())) {
            wishes.rename(segment, name);
        }
    }
}
