package org.morphodepot.tasks.ui.sync;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.morphodepot.tasks.ui.Services;
import org.morphodepot.tasks.ui.account.AccountMenu;
import org.morphodepot.tasks.ui.active.Checkpoints;
import org.morphodepot.tasks.ui.active.SaveState;
import org.morphodepot.tasks.ui.active.TaskActivation;
import org.morphodepot.tasks.ui.conflict.ConflictCall;
import org.morphodepot.ui.Ids;
import org.morphodepot.work.Desk;
import org.morphodepot.work.queue.SyncQueue;

/** At the right of the status line: whether the work is safe and sent, and who works. Click it for the Sync view. */
public final class StatusBar extends WorkbenchWindowControlContribution {

    private static final int TICK_MILLIS = 5_000;

    private final Runnable listener = this::later;
    private ToolItem item;
    private Display display;
    private Desk desk;
    private Checkpoints checkpoints;
    private TaskActivation activation;
    private ConflictCall conflicts;

    @Override
    protected Control createControl(Composite parent) {
        display = parent.getDisplay();
        desk = Services.get(Desk.class);
        Composite box = new Room(parent);
        GridLayoutFactory.fillDefaults().applyTo(box);
        ToolBar bar = new ToolBar(box, SWT.FLAT | SWT.RIGHT);
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.END, SWT.CENTER).applyTo(bar);
        if (desk == null) {
            ILog.of(StatusBar.class).error("The desk could not be opened: tasks are not available.");
            return box;
        }
        checkpoints = Services.get(Checkpoints.class);
        activation = Services.get(TaskActivation.class);
        conflicts = new ConflictCall(desk, activation);
        item = Ids.named("sync-status", new ToolItem(bar, SWT.PUSH));
        item.addListener(SWT.Selection, e -> showSync());
        new AccountMenu(bar, desk, box::layout);
        follow(bar);
        show();
        tick();
        return box;
    }

    private void follow(ToolBar bar) {
        SyncQueue queue = desk.queue();
        queue.addListener(listener);
        checkpoints.addListener(listener);
        activation.addListener(listener);
        bar.addDisposeListener(e -> {
            queue.removeListener(listener);
            checkpoints.removeListener(listener);
            activation.removeListener(listener);
        });
    }

    private void later() {
        if (!display.isDisposed()) {
            display.asyncExec(this::show);
        }
    }

    private void tick() {
        display.timerExec(TICK_MILLIS, () -> {
            if (!item.isDisposed()) {
                show();
                tick();
            }
        });
    }

    private void show() {
        if (item.isDisposed()) {
            return;
        }
        conflicts.look();
        SaveState saved = checkpoints.state();
        String sent = SyncWords.summary(desk.queue().entries(), desk.queue().offline(), desk.queue().paused());
        String words = Stream.of(activation.active().isPresent() ? saved.words(Instant.now()) : "", sent)
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(" \u00b7 "));
        boolean signedIn = desk.accounts().active().isPresent();
        String text = words.isEmpty() && signedIn ? "Everything sent" : words;
        if (!text.equals(item.getText())) {
            item.setText(text);
            item.getParent().getParent().layout();
        }
        item.setToolTipText(saved.trouble().or(() -> Optional.of("Show what waits to be sent")).get());
    }

    private void showSync() {
        IWorkbenchPage page = getWorkbenchWindow().getActivePage();
        try {
            page.showView(SyncView.ID);
        } catch (PartInitException e) {
            ILog.of(StatusBar.class).error("Sync view", e);
        }
    }

    /** The trim gives a control the width it asks for at first, and never more: words get longer and shorter in it. */
    private static final class Room extends Composite {

        private static final int CHARACTERS = 52;

        Room(Composite parent) {
            super(parent, SWT.NONE);
        }

        @Override
        public Point computeSize(int width, int height, boolean changed) {
            GC gc = new GC(this);
            try {
                int wide = (int) (gc.getFontMetrics().getAverageCharacterWidth() * CHARACTERS);
                return new Point(wide, super.computeSize(width, height, changed).y);
            } finally {
                gc.dispose();
            }
        }
    }
}
