package org.morphodepot.tasks.ui.list;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.morphodepot.mylyn.TaskRow;

/** The menu of selected tasks, and their keys. UI thread only. */
final class TaskMenu {

    private final TaskTree tree;
    private final TaskDoings doings;

    TaskMenu(TaskTree tree, TaskDoings doings) {
        this.tree = tree;
        this.doings = doings;
        Menu menu = new Menu(tree.control());
        tree.control().setMenu(menu);
        menu.addListener(SWT.Show, _ -> fill(menu));
        tree.control().addListener(SWT.KeyDown, this::key);
    }

    private void fill(Menu menu) {
        List.of(menu.getItems()).forEach(MenuItem::dispose);
        List<TaskRow> rows = tree.selection();
        if (!rows.isEmpty()) {
            TaskRow first = rows.getFirst();
            boolean local = rows.stream().allMatch(TaskRow::isLocal);
            if (local) {
                item(menu, first.done() ? "Mark as Not Done" : "Mark as Done", () -> doings.tick(rows, !first.done()));
                item(menu, "Delete\tDel", () -> doings.delete(rows));
            } else {
                item(menu, "Open\tEnter", () -> doings.open(first));
                item(menu, first.active() ? "Deactivate\tCtrl+F9" : "Activate\tCtrl+F9", () -> doings.toggleActive(first));
                new MenuItem(menu, SWT.SEPARATOR);
                item(menu, "Mark as Read\tCtrl+Shift+R", () -> doings.markRead(rows, true));
                item(menu, "Mark as Unread", () -> doings.markRead(rows, false));
            }
            schedule(menu, rows);
            if (!local) {
                new MenuItem(menu, SWT.SEPARATOR);
                item(menu, "Open on the Web", () -> doings.browse(rows));
                item(menu, "Copy Address\tCtrl+C", () -> doings.copyAddress(rows));
            }
            new MenuItem(menu, SWT.SEPARATOR);
        }
        item(menu, "New Local Task\u2026\tIns", doings::addLocal);
        item(menu, "Add Depot\u2026", doings::addDepot);
    }

    private void schedule(Menu menu, List<TaskRow> rows) {
        MenuItem cascade = new MenuItem(menu, SWT.CASCADE);
        cascade.setText("Schedule for");
        Menu days = new Menu(menu);
        cascade.setMenu(days);
        for (Scheduling when : Scheduling.values()) {
            item(days, when.title(), () -> doings.schedule(rows, when));
        }
    }

    static MenuItem item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, _ -> action.run());
        return item;
    }

    private void key(Event event) {
        List<TaskRow> rows = tree.selection();
        boolean plain = (event.stateMask & SWT.MODIFIER_MASK) == 0;
        if (event.keyCode == SWT.INSERT && plain) {
            doings.addLocal();
        } else if (rows.isEmpty()) {
            return;
        } else if (event.keyCode == SWT.F9 && event.stateMask == SWT.MOD1) {
            doings.toggleActive(rows.getFirst());
        } else if (event.keyCode == SWT.DEL && plain) {
            doings.delete(rows);
        } else if (event.keyCode == 'c' && event.stateMask == SWT.MOD1) {
            doings.copyAddress(rows);
        } else if (event.keyCode == 'r' && event.stateMask == (SWT.MOD1 | SWT.MOD2)) {
            doings.markRead(rows, true);
        }
    }
}
