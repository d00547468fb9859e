package org.morphodepot.tasks.ui.list;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.morphodepot.ui.Ids;

/** The tool bar of the Task List. UI thread only. */
final class TaskListBar {

    private final ToolBar bar;
    private final LocalResourceManager icons;
    private final Wishes wishes;
    private final ToolItem schedule;
    private final ToolItem finished;
    private final ToolItem look;
    private Optional<String> depot = Optional.empty();

    /** What the person chose, and what can be chosen. */
    interface Wishes {
        boolean isScheduled();

        void showScheduled(boolean byDay);

        boolean isFinishedShown();

        void showFinished(boolean shown);

        List<String> depots();

        void showDepot(Optional<String> only);

        void look();

        void addDepot();

        void addLocal();
    }

    TaskListBar(Composite parent, Wishes wishes) {
        this.wishes = wishes;
        bar = new ToolBar(parent, SWT.FLAT | SWT.HORIZONTAL);
        icons = new LocalResourceManager(JFaceResources.getResources(), bar);
        schedule = item(SWT.CHECK, "list-schedule", "tasks-schedule", "By day instead of by list");
        schedule.setSelection(wishes.isScheduled());
        schedule.addListener(SWT.Selection, _ -> wishes.showScheduled(schedule.getSelection()));
        finished = item(SWT.CHECK, "list-finished", "tasks-finished", "Also merged and closed tasks");
        finished.setSelection(wishes.isFinishedShown());
        finished.addListener(SWT.Selection, _ -> wishes.showFinished(finished.getSelection()));
        look = item(SWT.PUSH, "list-refresh", "tasks-look", "Look for news (F5)");
        look.addListener(SWT.Selection, _ -> wishes.look());
        ToolItem more = item(SWT.PUSH, "list-menu", "tasks-more", "Depots, lists and new tasks");
        more.addListener(SWT.Selection, this::menu);
    }

    private ToolItem item(int style, String icon, String id, String tip) {
        ToolItem item = Ids.named(id, new ToolItem(bar, style));
        item.setImage(icons.create(ListIcons.descriptor(icon)));
        item.setToolTipText(tip);
        return item;
    }

    private void menu(Event event) {
        Menu menu = new Menu(bar);
        choice(menu, "All Depots", Optional.empty());
        wishes.depots().forEach(name -> choice(menu, name, Optional.of(name)));
        new MenuItem(menu, SWT.SEPARATOR);
        TaskMenu.item(menu, "Add Depot\u2026", wishes::addDepot);
        TaskMenu.item(menu, "New Local Task\u2026", wishes::addLocal);
        Rectangle place = ((ToolItem) event.widget).getBounds();
        Point corner = bar.toDisplay(place.x, place.y + place.height);
        menu.setLocation(corner);
        menu.addListener(SWT.Hide, _ -> bar.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    private void choice(Menu menu, String text, Optional<String> only) {
        MenuItem item = new MenuItem(menu, SWT.RADIO);
        item.setText(text);
        item.setSelection(only.equals(depot));
        item.addListener(SWT.Selection, _ -> {
            if (item.getSelection()) {
                depot = only;
                wishes.showDepot(only);
            }
        });
    }

    void looking(boolean now) {
        look.setEnabled(!now);
        look.setToolTipText(now ? "Looking for news\u2026" : "Look for news (F5)");
    }

    void finished(boolean shown) {
        finished.setSelection(shown);
    }

    void depot(Optional<String> only) {
        depot = only;
    }
}
