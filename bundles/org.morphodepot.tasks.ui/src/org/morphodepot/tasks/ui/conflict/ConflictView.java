package org.morphodepot.tasks.ui.conflict;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.morphodepot.label.SegmentationDiff;
import org.morphodepot.label.merge.MergeConflict;
import org.morphodepot.tasks.ui.Failures;
import org.morphodepot.tasks.ui.Notices;
import org.morphodepot.tasks.ui.active.Checkpoints;
import org.morphodepot.tasks.ui.active.TaskActivation;
import org.morphodepot.tasks.ui.active.TaskNames;
import org.morphodepot.ui.Background;
import org.morphodepot.ui.Ids;
import org.morphodepot.viewer.session.Look;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.work.Desk;
import org.morphodepot.work.conflict.Conflict;
import org.morphodepot.work.conflict.Conflict.Choice;
import org.morphodepot.work.queue.Entry;
import org.morphodepot.work.start.Assignment;

import jakarta.inject.Inject;

/** The view Conflict: follows the active task and shows the places that a person has to decide. */
public final class ConflictView {

    private static final String ID = "org.morphodepot.tasks.conflict";

    private final Desk desk;
    private final TaskActivation activation;
    private final Checkpoints checkpoints;
    private final Display display;
    private final Composite parent;
    private final Label summary;
    private final PlacesTable table;
    private final ToolItem mine;
    private final ToolItem theirs;
    private final ToolItem painted;
    private final ToolItem finish;
    private final AtomicBoolean pending = new AtomicBoolean();
    private Optional<Conflict> conflict = Optional.empty();
    private boolean retried;

    @Inject
    public ConflictView(Composite parent, Desk desk, TaskActivation activation, Checkpoints checkpoints) {
        this.parent = parent;
        this.desk = desk;
        this.activation = activation;
        this.checkpoints = checkpoints;
        display = parent.getDisplay();
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(parent);
        summary = Ids.named("conflict-summary", new Label(parent, SWT.NONE));
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).indent(8, 0)
                .applyTo(summary);
        ToolBar bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT);
        mine = item(bar, "conflict-mine", "Keep Mine", "This place stays as you painted it", () -> decide(Choice.MINE));
        theirs = item(bar, "conflict-theirs", "Take Theirs", "This place becomes as it was sent before yours",
                () -> decide(Choice.THEIRS));
        painted = item(bar, "conflict-painted", "Use What I Painted", "Everything becomes as it is in the slices now",
                this::takePainted);
        new ToolItem(bar, SWT.SEPARATOR);
        finish = item(bar, "conflict-finish", "Finish", "Keeps both histories and sends the result", this::resolve);
        table = new PlacesTable(parent, this::look);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(table.control());
        follow();
        load();
    }

    /** Brings the view to the front. */
    public static void open() {
        try {
            PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(ID);
        } catch (PartInitException e) {
            ILog.of(ConflictView.class).error("Conflict view", e);
        }
    }

    private static ToolItem item(ToolBar bar, String id, String text, String tip, Runnable action) {
        ToolItem item = Ids.named(id, new ToolItem(bar, SWT.PUSH));
        item.setText(text);
        item.setToolTipText(tip);
        item.addListener(SWT.Selection, e -> action.run());
        return item;
    }

    private void follow() {
        Runnable listener = this::later;
        desk.queue().addListener(listener);
        activation.addListener(listener);
        parent.addDisposeListener(e -> {
            desk.queue().removeListener(listener);
            activation.removeListener(listener);
        });
    }

    @Focus
    public void focus() {
        table.control().setFocus();
    }

    private void later() {
        if (!display.isDisposed() && pending.compareAndSet(false, true)) {
            display.asyncExec(() -> {
                pending.set(false);
                if (!parent.isDisposed()) {
                    load();
                }
            });
        }
    }

    /** Looks for a conflict where the queue stopped; one that is open already stays. */
    private void load() {
        Optional<Assignment> assignment = activation.assignment();
        boolean stopped = assignment.isPresent() && desk.queue().entries().stream()
                .anyMatch(e -> e.state() == Entry.State.STOPPED && e.task().equals(assignment.get().task()));
        if (!stopped) {
            conflict = Optional.empty();
            refresh();
        } else if (conflict.isEmpty()) {
            Background.quietly("Compare both versions", progress -> Conflict.of(desk, assignment.get(), progress), this::found,
                    this::failed);
        }
    }

    private void found(Optional<Conflict> read) {
        if (!parent.isDisposed()) {
            conflict = read.filter(one -> !one.components().isEmpty());
            conflict.ifPresent(one -> activation.session().ifPresent(session -> takeOver(session, one)));
            refresh();
            joinUndisputed(read);
            conflict.flatMap(one -> table.selectNext(one.undecided())).ifPresent(this::look);
        }
    }

    /** All was decided as theirs, and saved since: nothing is left to ask. Tried once, since it may stop for other reasons. */
    private void joinUndisputed(Optional<Conflict> read) {
        boolean undisputed = read.isPresent() && read.get().components().isEmpty();
        if (undisputed && !retried) {
            desk.queue().retry(read.get().assignment().task());
        }
        retried = undisputed;
    }

    private void failed(IOException failure) {
        if (!parent.isDisposed()) {
            summary.setText(failure.getMessage());
        }
    }

    private void refresh() {
        if (parent.isDisposed()) {
            return;
        }
        List<MergeConflict> places = conflict.map(Conflict::components).orElse(List.of());
        int open = conflict.map(one -> one.undecided().size()).orElse(0);
        table.show(places, conflict.map(Conflict::decisions).orElse(Map.of()),
                conflict.filter(Conflict::isPainted).isPresent());
        summary.setText(conflict.isEmpty() ? "No conflict. What two people changed is decided here."
                : words(places.size(), open));
        summary.setToolTipText(conflict.isEmpty() ? null : "Everything else is merged. Both versions are kept in any case.");
        mine.setEnabled(!places.isEmpty());
        theirs.setEnabled(!places.isEmpty());
        painted.setEnabled(conflict.isPresent() && activation.session().isPresent());
        finish.setEnabled(conflict.isPresent() && open == 0);
        parent.layout();
    }

    private static String words(int places, int open) {
        return (places == 1 ? "One place was" : places + " places were") + " changed elsewhere too: "
                + (open == 0 ? "all decided, press Finish." : open + " to decide.");
    }

    private void look(MergeConflict place) {
        activation.session().ifPresent(session -> Look.at(session, place.box()));
    }

    private void decide(Choice choice) {
        Optional<MergeConflict> place = table.selected();
        if (conflict.isEmpty() || place.isEmpty()) {
            return;
        }
        conflict.get().decide(place.get(), choice);
        activation.session().ifPresent(session -> show(session, conflict.get(), "Take " + (choice == Choice.MINE ? "mine"
                : "theirs")));
        refresh();
        table.selectNext(conflict.get().undecided()).ifPresent(this::look);
    }

    /**
     * The slices show what merged by itself, so that what somebody paints there is painted on both versions. What was painted
     * since the last save stays.
     */
    private static void takeOver(Session session, Conflict conflict) {
        session.change(labelling -> labelling.apply(SegmentationDiff.edit(labelling.lastSaved(), conflict.current(),
                "Take over changes", "task.merge")));
    }

    /** The slices show what was decided so far. */
    private static void show(Session session, Conflict conflict, String name) {
        session.change(labelling -> labelling.apply(SegmentationDiff.edit(labelling.current(), conflict.current(), name,
                "task.conflict")));
    }

    private void takePainted() {
        conflict.ifPresent(one -> activation.session().ifPresent(session -> {
            one.painted(session.labelling().current(), !session.labelling().isDirty());
            refresh();
        }));
    }

    private void resolve() {
        Conflict finished = conflict.orElseThrow();
        Optional<Session> session = activation.session();
        finish.setEnabled(false);
        Background.asked("Finish the merge", progress -> {
            Conflict last = finished.latest(progress);
            session.filter(_ -> last.isPainted()) // with what was painted since
                    .ifPresent(shown -> last.painted(shown.labelling().current(), false));
            last.resolve(progress);
            if (session.isPresent()) {
                checkpoints.takeOver(session.get(), last.assignment(), last.current(), progress);
            }
            return last;
        }, _ -> {
            conflict = Optional.empty();
            Notices.show(TaskNames.of(desk, finished.assignment().task()), "Both versions are merged and on their way.");
            refresh();
        }, failure -> {
            Failures.show("Finish the merge", failure);
            conflict = Optional.empty();
            load();
        });
    }
}
