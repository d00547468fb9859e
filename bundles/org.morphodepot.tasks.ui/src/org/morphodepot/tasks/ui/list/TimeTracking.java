package org.morphodepot.tasks.ui.list;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.morphodepot.mylyn.TaskStore;
import org.morphodepot.tasks.ui.Services;
import org.morphodepot.tasks.ui.active.TaskActivation;
import org.morphodepot.work.TaskRef;

/**
 * Tells the store which task is active and that somebody is there, so that it knows the time spent; from the start of the
 * workbench, whether the Task List is open or not.
 */
public final class TimeTracking implements IStartup {

    private static final int OFTEN_ENOUGH = 20_000;

    /** The store writes files. */
    private final ExecutorService line = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("time spent").factory());
    private TaskStore store;
    private TaskActivation activation;
    private int last;

    @Override
    public void earlyStartup() {
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> {
            activation = Services.get(TaskActivation.class);
            if (activation == null) {
                return; // without a desk there are no tasks
            }
            activation.addListener(this::activated);
            Listener alive = this::alive;
            display.addFilter(SWT.KeyDown, alive);
            display.addFilter(SWT.MouseDown, alive);
            activated(); // what was active when the program was killed is active no more
        });
    }

    private void activated() {
        Optional<TaskRef> active = activation.active();
        line.execute(() -> store().activated(active));
    }

    private void alive(Event event) {
        if (event.time - last > OFTEN_ENOUGH || event.time < last) {
            last = event.time;
            line.execute(() -> store().beat());
        }
    }

    /** Opened by whoever needs it first, off the UI thread. */
    private TaskStore store() {
        if (store == null) {
            store = Services.get(TaskStore.class);
        }
        return store;
    }
}
