package org.morphodepot.label.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolTip;
import org.morphodepot.label.Edit;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.VoxelBlame;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;

import jakarta.inject.Inject;

/** The view History: every edit, newest first. A double-click goes back, or forward, to the state after that edit. */
public final class HistoryView extends SessionPart {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
            .withZone(ZoneId.systemDefault());

    private final Table table;
    private List<Edit> edits = List.of();
    private int position;

    @Inject
    public HistoryView(Composite parent, Sessions sessions) {
        super(parent, sessions);
        TableColumnLayout layout = new TableColumnLayout();
        parent.setLayout(layout);
        table = new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE | SWT.VIRTUAL);
        table.setData("org.eclipse.e4.ui.css.id", "history-table");
        table.setToolTipText("Double-click an edit to go back, or forward, to the state after it");
        layout.setColumnData(new TableColumn(table, SWT.NONE), new ColumnWeightData(100, 160));
        layout.setColumnData(new TableColumn(table, SWT.NONE), new ColumnPixelData(110));
        layout.setColumnData(new TableColumn(table, SWT.NONE), new ColumnPixelData(150));
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.DefaultSelection, e -> jump(table.indexOf((TableItem) e.item)));
        MenuItem find = new MenuItem(menu(), SWT.PUSH);
        find.setText("Find the edit that made the voxel at the crosshair");
        find.addListener(SWT.Selection, e -> session().ifPresent(this::blame));
        follow();
    }

    private Menu menu() {
        Menu menu = new Menu(table);
        table.setMenu(menu);
        return menu;
    }

    /** Reads the journal on another thread; the answer comes when it comes. */
    private void blame(Session asked) {
        Display display = table.getDisplay();
        asked.blame(asked.view().crosshair()).whenComplete((answers, failure) -> display.asyncExec(() -> {
            if (!table.isDisposed()) {
                answer(failure == null ? newest(answers) : Optional.empty(), failure == null ? null : failure.getCause());
            }
        }));
    }

    /** Of several layers the edit that is on top of the list. */
    private Optional<Edit> newest(List<VoxelBlame> answers) {
        return answers.stream().flatMap(answer -> answer.edit().stream()).max(Comparator.comparingInt(edits::lastIndexOf));
    }

    /** @param failure null when there is none */
    private void answer(Optional<Edit> edit, Throwable failure) {
        edit.map(edits::lastIndexOf).filter(index -> index >= 0).ifPresent(index -> {
            table.setSelection(edits.size() - 1 - index);
            table.showSelection();
        });
        ToolTip told = new ToolTip(table.getShell(), SWT.BALLOON | SWT.ICON_INFORMATION);
        told.setText(edit.map(Edit::name).orElse(failure == null ? "No edit of this history" : "The history cannot be read"));
        told.setMessage(edit.map(HistoryView::facts).orElseGet(() -> failure == null
                ? "The voxel is as it was when the labels were opened." : String.valueOf(failure.getMessage())));
        told.addListener(SWT.Hide, e -> table.getDisplay().asyncExec(told::dispose));
        told.setVisible(true);
    }

    /** Who, when and with what. */
    private static String facts(Edit edit) {
        return edit.who().map(who -> who + ", ").orElse("") + EXACT.format(edit.when()) + ", " + edit.tool();
    }

    @Focus
    public void focus() {
        table.setFocus();
    }

    @Override
    void refresh(Optional<Session> session) {
        edits = session.map(s -> s.labelling().history()).orElse(List.of());
        position = session.map(s -> s.labelling().position()).orElse(0);
        table.setItemCount(session.isEmpty() ? 0 : edits.size() + 1);
        table.clearAll();
    }

    /** Row 0 is the newest edit; the last row is the state before all edits. */
    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        int applied = edits.size() - event.index;
        boolean undone = applied > position;
        item.setText(0, (applied == position ? "\u25b6 " : "    ") + (applied == 0 ? "Opened" : edits.get(applied - 1).name()));
        item.setText(1, applied == 0 ? "" : edits.get(applied - 1).who().orElse(""));
        item.setText(2, applied == 0 ? "" : age(edits.get(applied - 1).when()));
        item.setForeground(undone ? table.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND) : null);
    }

    private void jump(int row) {
        int wanted = edits.size() - row;
        session().ifPresent(s -> s.change(labelling -> move(labelling, wanted)));
    }

    private static void move(Labelling labelling, int wanted) {
        while (labelling.position() > wanted && labelling.undo().isPresent()) {
            // one edit further back
        }
        while (labelling.position() < wanted && labelling.redo().isPresent()) {
            // one edit further on
        }
    }

    private static String age(Instant when) {
        long minutes = Duration.between(when, Instant.now()).toMinutes();
        return minutes < 1 ? "just now" : minutes < 60 ? minutes + " min ago" : EXACT.format(when);
    }
}
