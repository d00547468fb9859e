package org.morphodepot.tasks.ui.sync;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.morphodepot.tasks.ui.active.TaskNames;
import org.morphodepot.tasks.ui.conflict.ConflictView;
import org.morphodepot.ui.Ids;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.queue.Entry;
import org.morphodepot.work.queue.Entry.State;
import org.morphodepot.work.queue.SyncQueue;

import jakarta.inject.Inject;

/** The view Sync: everything that waits to be sent, why it waits, and what to do about it. */
public final class SyncView {

    static final String ID = "org.morphodepot.tasks.sync";
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
            .withZone(ZoneId.systemDefault());

    private final Desk desk;
    private final SyncQueue queue;
    private final Display display;
    private final Table table;
    private final ToolItem pause;
    private final ToolItem retry;
    private final ToolItem cancel;
    private final ToolItem resolve;
    private final Label summary;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final Map<TaskRef, String> names = new HashMap<>();
    private List<Entry> entries = List.of();

    @Inject
    public SyncView(Composite parent, Desk desk) {
        this.desk = desk;
        queue = desk.queue();
        display = parent.getDisplay();
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(parent);
        summary = new Label(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).indent(8, 0).applyTo(summary);
        ToolBar bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT);
        pause = item(bar, SWT.CHECK, "sync-pause", "Pause", "Hold everything back, also over restarts",
                _ -> queue.pause(!queue.paused()));
        retry = item(bar, SWT.PUSH, "sync-retry", "Try Again", "Try the selected change again now", queue::retry);
        cancel = item(bar, SWT.PUSH, "sync-cancel", "Do Not Send", "Forget the selected change; your work stays here",
                queue::cancel);
        resolve = item(bar, SWT.PUSH, "sync-resolve", "Resolve\u2026", "Show where two versions of the task differ",
                _ -> ConflictView.open());
        table = table(parent);
        Runnable listener = this::later;
        queue.addListener(listener);
        parent.addDisposeListener(e -> queue.removeListener(listener));
        refresh();
        tick();
    }

    private ToolItem item(ToolBar bar, int style, String id, String text, String tip, Consumer<Entry> action) {
        ToolItem item = Ids.named(id, new ToolItem(bar, style));
        item.setText(text);
        item.setToolTipText(tip);
        item.addListener(SWT.Selection, e -> {
            if (style == SWT.CHECK) {
                action.accept(null);
            } else {
                selected().ifPresent(action);
            }
        });
        return item;
    }

    private Table table(Composite parent) {
        Composite holder = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(holder);
        TableColumnLayout layout = new TableColumnLayout();
        holder.setLayout(layout);
        Table made = Ids.named("sync-table", new Table(holder, SWT.FULL_SELECTION | SWT.SINGLE));
        made.setHeaderVisible(true);
        String[] names = {"What", "State", "Since", "Trouble"};
        int[] weights = {35, 18, 12, 35};
        for (int i = 0; i < names.length; i++) {
            TableColumn column = new TableColumn(made, SWT.NONE);
            column.setText(names[i]);
            layout.setColumnData(column, new ColumnWeightData(weights[i], 60));
        }
        made.addListener(SWT.Selection, e -> enable());
        made.addListener(SWT.DefaultSelection, e -> selected().ifPresent(entry -> Program.launch(entry.task().url())));
        made.setToolTipText("Double-click opens the task in the browser");
        return made;
    }

    @Focus
    public void focus() {
        table.setFocus();
    }

    private Optional<Entry> selected() {
        int row = table.getSelectionIndex();
        return row >= 0 && row < entries.size() ? Optional.of(entries.get(row)) : Optional.empty();
    }

    private void later() {
        if (!display.isDisposed() && pending.compareAndSet(false, true)) {
            display.asyncExec(() -> {
                pending.set(false);
                refresh();
            });
        }
    }

    /** Times go on; the rest changes by the queue's own news. */
    private void tick() {
        display.timerExec(10_000, () -> {
            if (!table.isDisposed()) {
                refresh();
                tick();
            }
        });
    }

    private void refresh() {
        if (table.isDisposed()) {
            return;
        }
        Optional<String> before = selected().map(Entry::id);
        entries = queue.entries();
        Instant now = Instant.now();
        table.setItemCount(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            TableItem item = table.getItem(i);
            item.setText(new String[] {words(entry), SyncWords.state(entry, now), SyncWords.age(entry.since(), now),
                entry.trouble().orElse("")});
            item.setForeground(entry.state() == State.DONE ? display.getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND)
                    : null);
            if (before.filter(entry.id()::equals).isPresent()) {
                table.select(i);
            }
        }
        summary.setText(SyncWords.sentence(entries, queue.offline(), queue.paused()));
        summary.setToolTipText("Looked at " + EXACT.format(now));
        pause.setSelection(queue.paused());
        enable();
    }

    private String words(Entry entry) {
        return entry.words().replace(entry.task().toString(),
                names.computeIfAbsent(entry.task(), task -> TaskNames.of(desk, task)));
    }

    private void enable() {
        Optional<State> state = selected().map(Entry::state);
        retry.setEnabled(state.filter(s -> s == State.BACKING_OFF || s == State.STOPPED || s == State.WAITING).isPresent());
        resolve.setEnabled(state.filter(s -> s == State.STOPPED).isPresent());
        cancel.setEnabled(state.filter(s -> s != State.RUNNING && s != State.DONE).isPresent());
    }
}
