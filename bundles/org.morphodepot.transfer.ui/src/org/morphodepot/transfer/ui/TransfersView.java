package org.morphodepot.transfer.ui;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.morphodepot.transfer.TransferJob;
import org.morphodepot.transfer.TransferJob.State;
import org.morphodepot.transfer.Transfers;

import jakarta.inject.Inject;

/** The view Transfers: what is being copied, how fast, how long still, and what failed. Looks twice a second while it is busy. */
public final class TransfersView {

    /** Id of the view. */
    public static final String ID = "org.morphodepot.transfer.view";

    private static final int LOOK_MILLIS = 500;

    private final Transfers transfers;
    private final Composite stack;
    private final ResourceManager resources;
    private final StackLayout layout = new StackLayout();
    private final Composite empty;
    private final Composite full;
    private final TransferTable table;
    private final ToolItem pause;
    private final ToolItem cancel;
    private final ToolItem retry;
    private final ToolItem clear;
    private final Runnable look = this::look;
    private boolean looking;

    @Inject
    public TransfersView(Composite parent, Transfers transfers) {
        this.transfers = transfers;
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(layout);
        resources = new LocalResourceManager(JFaceResources.getResources(), stack);
        empty = new Composite(stack, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 10).applyTo(empty);
        Label nothing = new Label(empty, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(nothing);
        nothing.setText("Nothing is being copied. File \u203a Copy Files\u2026 copies between folders, web servers and S3.");
        full = new Composite(stack, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(full);
        ToolBar bar = new ToolBar(full, SWT.FLAT | SWT.RIGHT);
        pause = item(bar, "Pause", "pause", "Holds the chosen transfer, or lets it go on", this::pauseOrResume);
        cancel = item(bar, "Cancel", "cancel", "Ends the chosen transfer; what has come through is used the next time",
                () -> chosen(TransferJob::cancel));
        retry = item(bar, "Try Again", "retry", "Copies the files again that failed", () -> chosen(TransferJob::retry));
        clear = item(bar, "Remove Ended", "clear", "Removes transfers from the list that have ended", transfers::removeEnded);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        table = new TransferTable(full, this::offer);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        Runnable news = () -> {
            if (!stack.isDisposed()) {
                stack.getDisplay().asyncExec(look);
            }
        };
        transfers.addListener(news);
        stack.addListener(SWT.Dispose, _ -> transfers.removeListener(news));
        look();
    }

    private ToolItem item(ToolBar bar, String name, String icon, String tip, Runnable action) {
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        item.setText(name);
        item.setImage(icon(icon));
        item.setToolTipText(tip);
        item.addListener(SWT.Selection, _ -> action.run());
        return item;
    }

    private Image icon(String name) {
        return resources.create(ImageDescriptor.createFromURL(TransfersView.class.getResource("/icons/" + name + ".svg")));
    }

    @Focus
    public void focus() {
        stack.setFocus();
    }

    private interface Action {
        void on(TransferJob job);
    }

    private void chosen(Action action) {
        table.chosen().ifPresent(action::on);
        look();
    }

    private void pauseOrResume() {
        chosen(job -> {
            if (job.state() == State.PAUSED) {
                job.resume();
            } else {
                job.pause();
            }
        });
    }

    private void look() {
        if (stack.isDisposed()) {
            return;
        }
        boolean any = !transfers.all().isEmpty();
        if (layout.topControl != (any ? full : empty)) {
            layout.topControl = any ? full : empty;
            stack.layout();
        }
        table.show(transfers.all());
        offer();
        boolean busy = transfers.all().stream().anyMatch(job -> !job.state().isEnd());
        if (busy && !looking) {
            looking = true;
            stack.getDisplay().timerExec(LOOK_MILLIS, () -> {
                looking = false;
                look();
            });
        }
    }

    private void offer() {
        State state = table.chosen().map(TransferJob::state).orElse(State.DONE);
        pause.setEnabled(!state.isEnd());
        boolean paused = state == State.PAUSED;
        pause.setText(paused ? "Resume" : "Pause");
        pause.setImage(icon(paused ? "resume" : "pause"));
        cancel.setEnabled(!state.isEnd());
        retry.setEnabled(state == State.FAILED);
        clear.setEnabled(transfers.all().stream().anyMatch(job -> job.state().isEnd()));
    }
}
