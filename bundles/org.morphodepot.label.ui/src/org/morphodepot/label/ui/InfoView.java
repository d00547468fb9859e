package org.morphodepot.label.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;

import jakarta.inject.Inject;

/** The view Info: what the scan is, and what is under the pointer. Ctrl+C copies the selected rows. */
public final class InfoView extends SessionPart {

    private final Table table;
    private Optional<Session> described = Optional.empty();
    private Map<String, String> scanRows = Map.of();

    @Inject
    public InfoView(Composite parent, Sessions sessions) {
        super(parent, sessions);
        TableColumnLayout layout = new TableColumnLayout();
        parent.setLayout(layout);
        table = new Table(parent, SWT.FULL_SELECTION | SWT.MULTI);
        table.setData("org.eclipse.e4.ui.css.id", "info-table");
        layout.setColumnData(new TableColumn(table, SWT.NONE), new ColumnPixelData(140));
        layout.setColumnData(new TableColumn(table, SWT.NONE), new ColumnWeightData(100, 100));
        table.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == 'c' && (e.stateMask & SWT.MOD1) != 0) {
                copy();
            }
        });
        follow();
    }

    @Focus
    public void focus() {
        table.setFocus();
    }

    @Override
    public void pointerChanged() {
        later();
    }

    /** Another channel has another value here. */
    @Override
    public void scanChanged() {
        later();
    }

    @Override
    void refresh(Optional<Session> session) {
        if (!session.equals(described)) {
            described = session;
            scanRows = session.map(ScanFacts::of).orElse(Map.of());
        }
        Map<String, String> rows = new LinkedHashMap<>();
        session.ifPresentOrElse(s -> rows.putAll(PointerFacts.of(s)), () -> rows.put("Scan", "none is open"));
        rows.putAll(scanRows);
        show(rows);
    }

    /** Rows keep their places, so that nothing flickers or scrolls while the pointer moves. */
    private void show(Map<String, String> rows) {
        int i = 0;
        for (Map.Entry<String, String> row : rows.entrySet()) {
            TableItem item = i < table.getItemCount() ? table.getItem(i) : new TableItem(table, SWT.NONE);
            put(item, 0, row.getKey());
            put(item, 1, row.getValue());
            i++;
        }
        if (i < table.getItemCount()) {
            table.remove(i, table.getItemCount() - 1);
        }
    }

    private static void put(TableItem item, int column, String text) {
        if (!item.getText(column).equals(text)) {
            item.setText(column, text);
        }
    }

    private void copy() {
        StringBuilder text = new StringBuilder();
        for (TableItem item : table.getSelection()) {
            text.append(item.getText(0)).append('\t').append(item.getText(1)).append('\n');
        }
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(table.getDisplay());
            clipboard.setContents(new Object[] {text.toString()}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }
}
