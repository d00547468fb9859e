package org.morphodepot.tasks.ui.list;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;
import org.morphodepot.mylyn.BackgroundSync;
import org.morphodepot.mylyn.TaskStore;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * Where the view's tasks come from. Opening the store reads files, so that and all changes happen off the UI thread; news come
 * to the UI thread, bursts as one.
 */
final class TaskSource {

    private final ExecutorService line = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("task list").factory());
    private final Display display;
    private final Widget owner;
    private final Consumer<News> listener;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final Runnable changed = this::later;
    private volatile TaskStore store;
    private volatile BackgroundSync sync;
    private volatile Desk desk;

    /**
     * What is known now.
     *
     * @param account who works
     * @param looking whether the forge is being asked
     */
    record News(TaskGroups tasks, Optional<Account> account, boolean looking, Optional<String> trouble, boolean everLooked) {
    }

    /** @param listener told on the UI thread until the owner is disposed */
    TaskSource(Widget owner, Consumer<News> listener) {
        this.owner = owner;
        this.display = owner.getDisplay();
        this.listener = listener;
        owner.addDisposeListener(_ -> {
            background(this::detach);
            line.shutdown();
        });
        background(this::attach);
    }

    /** One after the other, off the UI thread. */
    private void background(Runnable work) {
        try {
            line.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    ILog.of(TaskSource.class).error("The Task List", e);
                }
            });
        } catch (RejectedExecutionException _) {
            // the view is closed
        }
    }

    private void attach() {
        BundleContext context = FrameworkUtil.getBundle(TaskSource.class).getBundleContext();
        desk = service(context, Desk.class);
        store = service(context, TaskStore.class);
        sync = service(context, BackgroundSync.class);
        store.addListener(changed);
        sync.addListener(changed);
        desk.accounts().addListener(changed);
        later();
    }

    private static <T> T service(BundleContext context, Class<T> type) {
        return Optional.ofNullable(context.getServiceReference(type)).map(context::getService)
                .orElseThrow(() -> new IllegalStateException(type + " is not there"));
    }

    private void detach() {
        if (store != null) {
            store.removeListener(changed);
            sync.removeListener(changed);
            desk.accounts().removeListener(changed);
        }
    }

    /** Asks for fresh news soon; any thread. */
    void later() {
        if (store != null && pending.compareAndSet(false, true)) {
            background(this::tell);
        }
    }

    private void tell() {
        pending.set(false);
        Optional<String> trouble = sync.trouble().or(() -> store.lists().stream().flatMap(l -> l.trouble().stream()).findFirst());
        News news = new News(new TaskGroups(store.lists()), desk.accounts().active(), sync.isLooking(),
                sync.isLooking() ? Optional.empty() : trouble, sync.last().isPresent());
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!owner.isDisposed()) {
                    listener.accept(news);
                }
            });
        }
    }

    /** Changes something in the store. */
    void change(Consumer<TaskStore> work) {
        if (store != null) {
            background(() -> work.accept(store));
        }
    }

    /** Looks for news now. */
    void look() {
        if (sync != null) {
            sync.now();
        }
    }

    /** There as soon as {@link #account} is. */
    Desk desk() {
        return desk;
    }

    Optional<Account> account() {
        return desk == null ? Optional.empty() : desk.accounts().active();
    }
}
