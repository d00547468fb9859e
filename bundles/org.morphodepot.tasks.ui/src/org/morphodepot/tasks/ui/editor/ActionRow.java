package org.morphodepot.tasks.ui.editor;

import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.morphodepot.tasks.ui.active.TaskActions;
import org.morphodepot.tasks.ui.active.TaskActivation;
import org.morphodepot.ui.Ids;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.tasks.Task;

/** What one can do with a task: activate it, and, once it is active, show it to the director. UI thread. */
final class ActionRow {

    private final Composite row;
    private final TaskRef ref;
    private final TaskActivation activation;
    private final Button activate;
    private final Button[] whenActive;
    private Optional<Task> task = Optional.empty();

    ActionRow(Composite parent, TaskRef ref, TaskActivation activation, Runnable refresh) {
        this.ref = ref;
        this.activation = activation;
        row = new Composite(parent, SWT.NONE);
        RowLayoutFactory.swtDefaults().margins(0, 0).spacing(6).applyTo(row);
        activate = button("task-activate", "Activate", this::activateOrNot);
        whenActive = new Button[] {action("Submit", TaskActions.SUBMIT), action("Ask for Review\u2026",
                TaskActions.ASK_FOR_REVIEW), action("Ask a Question\u2026", TaskActions.QUESTION),
            action("Hand Back\u2026", TaskActions.HAND_BACK)};
        button("task-browser", "Open in Browser", () -> Program.launch(ref.url()));
        button("task-refresh", "Refresh", refresh);
        refresh();
        GridDataFactory.fillDefaults().applyTo(row);
    }

    private Button action(String text, TaskActions action) {
        return button("task-" + action.name().toLowerCase(Locale.ROOT), text, () -> action.run(row.getShell()));
    }

    private Button button(String id, String text, Runnable action) {
        Button button = Ids.named(id, new Button(row, SWT.PUSH));
        button.setText(text);
        button.addListener(SWT.Selection, e -> action.run());
        return button;
    }

    private boolean isActive() {
        return activation.active().filter(ref::equals).isPresent();
    }

    private void activateOrNot() {
        if (isActive()) {
            activation.deactivate();
        } else {
            task.ifPresentOrElse(activation::activate, () -> activation.activate(ref));
        }
    }

    Composite control() {
        return row;
    }

    void show(Task shown) {
        task = Optional.of(shown);
        refresh();
    }

    void refresh() {
        boolean active = isActive();
        activate.setText(active ? "Deactivate" : "Activate");
        activate.setEnabled(active || task.filter(t -> t.state().isOver()).isEmpty());
        activate.setToolTipText(task.filter(t -> t.state().isOver()).map(t -> "The task is " + t.state().words()).orElse(null));
        for (Button button : whenActive) {
            button.setEnabled(active);
            button.setToolTipText(active ? null : "Activate the task first");
        }
        row.layout();
    }
}
