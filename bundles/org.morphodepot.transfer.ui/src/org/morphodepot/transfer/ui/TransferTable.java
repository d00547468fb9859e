package org.morphodepot.transfer.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.morphodepot.transfer.Item;
import org.morphodepot.transfer.TransferJob;
import org.morphodepot.ui.Ids;

/** A row for each transfer, and below it one for each file that is on its way or has failed. */
final class TransferTable {

    private static final int PROGRESS = 1;
    private static final int MOST_FILES = 60;
    /** Smaller files come and go faster than one can read. */
    private static final long LARGE = 4_000_000;
    private static final String[] NAMES = {"Files", "Progress", "Rate", "Time left", "State"};
    private static final int[] WIDTHS = {220, 90, 80, 85, 260};

    private final Table table;
    private final Runnable chosenChanged;
    private List<Row> rows = List.of();
    private TransferJob chosen;

    /** A line: of a transfer, or of one of its files. */
    private record Row(TransferJob job, Item item) {

        double part() {
            return item == null ? TransferWords.part(job) : item.problem().isPresent() ? 0 : TransferWords.part(item);
        }

        String explanation() {
            return item == null ? TransferWords.title(job) + "\n" + TransferWords.state(job)
                    : item.key() + item.problem().map(why -> "\n" + why).orElse("");
        }

        String[] texts() {
            if (item == null) {
                return new String[] {TransferWords.name(job), "", TransferWords.rate(job), TransferWords.left(job),
                    TransferWords.state(job)};
            }
            return new String[] {"      " + item.key(), "", TransferWords.bytes(item.size()), "", item.problem().orElse("")};
        }
    }

    /** {@code chosenChanged} is run when the user has chosen another transfer. */
    TransferTable(Composite parent, Runnable chosenChanged) {
        this.chosenChanged = chosenChanged;
        table = Ids.named("transfers", new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE));
        table.setHeaderVisible(true);
        for (int i = 0; i < NAMES.length; i++) {
            TableColumn column = new TableColumn(table, SWT.NONE);
            column.setText(NAMES[i]);
            column.setWidth(WIDTHS[i]);
        }
        table.addListener(SWT.PaintItem, this::paint);
        table.addListener(SWT.Selection, _ -> choose());
        table.addListener(SWT.MouseMove, this::explain);
    }

    Control control() {
        return table;
    }

    /** The transfer whose row is selected, else the newest. */
    Optional<TransferJob> chosen() {
        return rows.stream().map(Row::job).filter(job -> job == chosen).findFirst()
                .or(() -> rows.stream().map(Row::job).findFirst());
    }

    /** The row under the pointer in full. */
    private void explain(Event event) {
        TableItem item = table.getItem(new Point(event.x, event.y));
        int row = item == null ? -1 : table.indexOf(item);
        String text = row < 0 || row >= rows.size() ? "" : rows.get(row).explanation();
        if (!text.equals(table.getToolTipText())) {
            table.setToolTipText(text);
        }
    }

    private void choose() {
        int row = table.getSelectionIndex();
        chosen = row >= 0 && row < rows.size() ? rows.get(row).job() : null;
        chosenChanged.run();
    }

    void show(List<TransferJob> jobs) {
        List<Row> now = new ArrayList<>();
        for (TransferJob job : jobs) {
            now.add(new Row(job, null));
            job.busy().stream().filter(item -> item.size() >= LARGE).limit(MOST_FILES)
                    .forEach(item -> now.add(new Row(job, item)));
            job.failed().stream().limit(MOST_FILES).forEach(item -> now.add(new Row(job, item)));
        }
        boolean begun = !jobs.isEmpty() && rows.stream().noneMatch(row -> row.job() == jobs.getFirst());
        if (begun) {
            chosen = jobs.getFirst();
        }
        rows = now;
        table.setRedraw(false);
        while (table.getItemCount() > now.size()) {
            table.remove(table.getItemCount() - 1);
        }
        while (table.getItemCount() < now.size()) {
            new TableItem(table, SWT.NONE);
        }
        for (int i = 0; i < now.size(); i++) {
            String[] texts = now.get(i).texts();
            for (int column = 0; column < texts.length; column++) {
                if (!table.getItem(i).getText(column).equals(texts[column])) {
                    table.getItem(i).setText(column, texts[column]);
                }
            }
        }
        select();
        table.setRedraw(true);
        table.redraw();
    }

    /** Rows move when transfers begin: the mark stays with the chosen one, as the buttons do. */
    private void select() {
        int marked = table.getSelectionIndex();
        if (marked < 0 || rows.get(marked).job() != chosen) {
            table.deselectAll();
            for (int i = rows.size() - 1; i >= 0; i--) {
                if (rows.get(i).job() == chosen && rows.get(i).item() == null) {
                    table.setSelection(i);
                }
            }
        }
    }

    /** The bar of the column Progress, in the colour of selections. */
    private void paint(Event event) {
        int index = table.indexOf((TableItem) event.item);
        if (event.index != PROGRESS || index < 0 || index >= rows.size()) {
            return;
        }
        int width = table.getColumn(PROGRESS).getWidth() - 8;
        int height = Math.max(4, event.height - 10);
        int y = event.y + (event.height - height) / 2;
        Color before = event.gc.getBackground();
        event.gc.setBackground(table.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
        event.gc.fillRectangle(event.x + 4, y, (int) Math.round(width * rows.get(index).part()), height);
        event.gc.setForeground(table.getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
        event.gc.drawRectangle(event.x + 4, y, width, height);
        event.gc.setBackground(before);
    }
}
