package org.morphodepot.label.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.morphodepot.label.Segment;

/**
 * The list of segments: eye, colour, name, lock. A click on a picture acts at once; a click on the name makes the segment
 * the active one; F2 or a double-click renames. Reports what the user wants through {@link Wishes}. UI thread only.
 */
final class SegmentTable {

    private static final int EYE = 0;
    private static final int COLOR = 1;
    private static final int NAME = 2;
    private static final int LOCK = 3;

    private final TableViewer viewer;
    private final Icons icons;
    private final Wishes wishes;
    private String filter = "";

    /** What the user asked for. */
    interface Wishes {
        void activate(Segment segment);

        void toggleVisible(Segment segment);

        void toggleLocked(Segment segment);

        void chooseColor(Segment segment);

        void rename(Segment segment, String name);

        void remove(Segment segment);
    }

    SegmentTable(Composite parent, Wishes wishes) {
        this.wishes = wishes;
        TableColumnLayout layout = new TableColumnLayout();
        Composite box = new Composite(parent, SWT.NONE);
        box.setLayout(layout);
        viewer = new TableViewer(box, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.BORDER);
        icons = new Icons(viewer.getTable());
        viewer.getTable().setData("org.eclipse.e4.ui.css.id", "segments-table");
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        column(layout, new ColumnPixelData(24, false), new Eye());
        column(layout, new ColumnPixelData(26, false), new Swatch());
        TableViewerColumn names = column(layout, new ColumnWeightData(100, 80), new Name());
        column(layout, new ColumnPixelData(26, false), new Lock());
        names.setEditingSupport(new NameEditing(viewer, wishes));
        NameEditing.startOnF2OrDoubleClick(viewer, NAME);
        viewer.addFilter(new NameFilter());
        viewer.getTable().addListener(SWT.MouseDown, this::press);
        viewer.getTable().addListener(SWT.KeyDown, this::key);
        viewer.addSelectionChangedListener(e -> selected().ifPresent(wishes::activate));
    }

    Composite control() {
        return viewer.getTable().getParent();
    }

    /** Shows these segments and marks the active one, without asking for anything. */
    void show(List<Segment> segments, Optional<String> active) {
        if (viewer.getTable().isDisposed() || viewer.isCellEditorActive()) {
            return;
        }
        viewer.setInput(segments);
        Optional<Segment> marked = segments.stream().filter(s -> Optional.of(s.id()).equals(active)).findFirst();
        viewer.setSelection(marked.<StructuredSelection>map(StructuredSelection::new).orElse(StructuredSelection.EMPTY),
                true);
    }

    /** Shows only segments whose name contains {@code text}, in any case. */
    void filter(String text) {
        filter = text.strip().toLowerCase(Locale.ROOT);
        viewer.refresh();
    }

    void rename(Segment segment) {
        viewer.editElement(segment, NAME);
    }

    Optional<Segment> selected() {
        return Optional.ofNullable((Segment) viewer.getStructuredSelection().getFirstElement());
    }

    private TableViewerColumn column(TableColumnLayout layout, org.eclipse.jface.viewers.ColumnLayoutData data,
            ColumnLabelProvider labels) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
        column.setLabelProvider(labels);
        layout.setColumnData(column.getColumn(), data);
        return column;
    }

    private void press(Event event) {
        ViewerCell cell = viewer.getCell(new Point(event.x, event.y));
        if (cell == null || event.button != 1) {
            return;
        }
        Segment segment = (Segment) cell.getElement();
        switch (cell.getColumnIndex()) {
            case EYE -> wishes.toggleVisible(segment);
            case COLOR -> wishes.chooseColor(segment);
            case LOCK -> wishes.toggleLocked(segment);
            default -> {
                // the selection listener activates
            }
        }
    }

    private void key(Event event) {
        selected().ifPresent(segment -> {
            if (event.keyCode == SWT.DEL) {
                wishes.remove(segment);
            } else if (event.character == ' ') {
                wishes.toggleVisible(segment);
            }
        });
    }

    private abstract static class Column extends ColumnLabelProvider {

        @Override
        public String getText(Object element) {
            return "";
        }

        @Override
        public final Image getImage(Object element) {
            return image((Segment) element);
        }

        @Override
        public final String getToolTipText(Object element) {
            return hint((Segment) element);
        }

        abstract Image image(Segment segment);

        abstract String hint(Segment segment);
    }

    private final class Eye extends Column {
        @Override
        Image image(Segment segment) {
            return icons.get(segment.visible() ? "eye" : "eye-off");
        }

        @Override
        String hint(Segment segment) {
            return segment.visible() ? "Hide " + segment.name() : "Show " + segment.name();
        }
    }

    private final class Swatch extends Column {
        @Override
        Image image(Segment segment) {
            return icons.swatch(segment.color());
        }

        @Override
        String hint(Segment segment) {
            return "Change the colour of " + segment.name();
        }
    }

    private final class Lock extends Column {
        @Override
        Image image(Segment segment) {
            return icons.get(segment.locked() ? "lock" : "unlock");
        }

        @Override
        String hint(Segment segment) {
            return segment.locked() ? "Locked: painting other segments does not change it" : "Unlocked: painting other"
                    + " segments may replace its voxels";
        }
    }

    private final class Name extends Column {
        @Override
        public String getText(Object element) {
            return ((Segment) element).name();
        }

        @Override
        Image image(Segment segment) {
            return null;
        }

        @Override
        String hint(Segment segment) {
            return Terminology.of(segment).map(t -> segment.name() + "\n" + t).orElse(segment.name());
        }
    }

    private final class NameFilter extends ViewerFilter {
        @Override
        public boolean select(Viewer shown, Object parent, Object element) {
            return ((Segment) element).name().toLowerCase(Locale.ROOT).contains(filter);
        }
    }
}
