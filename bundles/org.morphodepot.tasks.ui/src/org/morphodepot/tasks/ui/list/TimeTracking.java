package org.morphodepot.tasks.ui.list;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.morphodepot.mylyn.TaskStore;
import org.morphodepot.tasks.ui.TaskActivation;

/** Tells the store which task is active and that somebody is there, so that it knows the time spent. UI thread only. */
final class TimeTracking {

    private static final int OFTEN_ENOUGH = 20_000;

    private final TaskSource source;
    private final TaskActivation activation;
    private int last;

    TimeTracking(Control owner, TaskSource source, TaskActivation activation) {
        this.source = source;
        this.activation = activation;
        Display display = owner.getDisplay();
        Listener alive = this::alive;
        Runnable activated = this::activated;
        display.addFilter(SWT.KeyDown, alive);
        display.addFilter(SWT.MouseDown, alive);
        activation.addListener(activated);
        owner.addDisposeListener(_ -> {
            display.removeFilter(SWT.KeyDown, alive);
            display.removeFilter(SWT.MouseDown, alive);
            activation.removeListener(activated);
        });
    }

    private void activated() {
        var active = activation.active();
        source.change(store -> store.activated(active));
    }

    private void alive(Event event) {
        if (event.time - last > OFTEN_ENOUGH || event.time < last) {
            last = event.time;
            source.change(TaskStore::beat);
        }
    }
}
