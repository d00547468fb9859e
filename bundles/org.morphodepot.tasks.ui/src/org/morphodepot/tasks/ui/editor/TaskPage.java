package org.morphodepot.tasks.ui.editor;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.morphodepot.tasks.ui.Services;
import org.morphodepot.tasks.ui.active.CommentWalk;
import org.morphodepot.tasks.ui.active.TaskActivation;
import org.morphodepot.ui.Ids;
import org.morphodepot.work.Known;
import org.morphodepot.work.Place;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.submit.Requested;
import org.morphodepot.work.tasks.Discussion;
import org.morphodepot.work.tasks.Task;

/** The content of the Task editor: the text and what was said at the left, facts at the right. UI thread. */
final class TaskPage {

    private static final int TEXT_WIDTH = 280;
    private static final int FACTS_WIDTH = 320;

    private final ScrolledComposite scroll;
    private final Composite body;
    private final Label title;
    private final Label trouble;
    private final ActionRow actions;
    private final Conversation said;
    private final TaskFacts facts;
    private final TaskActivation activation;

    TaskPage(Composite parent, TaskRef task, TaskActivation activation, Runnable refresh) {
        this.activation = activation;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        body = new Composite(scroll, SWT.NONE);
        scroll.setContent(body);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 12).spacing(24, 8).applyTo(body);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), body);
        Font bold = resources.create(FontDescriptor.createFrom(body.getFont()).setStyle(SWT.BOLD));
        title = Ids.named("task-title", new Label(body, SWT.WRAP));
        title.setFont(resources.create(FontDescriptor.createFrom(body.getFont()).increaseHeight(4).setStyle(SWT.BOLD)));
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(title);
        trouble = new Label(body, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).exclude(true).applyTo(trouble);
        actions = new ActionRow(body, task, activation, refresh);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(actions.control());
        said = new Conversation(body, bold, TEXT_WIDTH, this::look);
        GridDataFactory.fillDefaults().grab(true, true).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(said.control());
        facts = new TaskFacts(body, bold);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(facts.control());
        title.setText(task.toString());
        scroll.addListener(SWT.Resize, e -> fit());
    }

    boolean isDisposed() {
        return scroll.isDisposed();
    }

    void setFocus() {
        scroll.setFocus();
    }

    void refreshActions() {
        actions.refresh();
    }

    /** Says why what is shown may be old. */
    void trouble(String text) {
        if (isDisposed()) {
            return;
        }
        trouble.setText(text);
        ((GridData) trouble.getLayoutData()).exclude = text.isEmpty();
        trouble.setVisible(!text.isEmpty());
        fit();
    }

    void show(Known<Discussion> known, List<Requested> requested) {
        Discussion discussion = known.value();
        Task task = discussion.task();
        title.setText(task.title());
        actions.show(task);
        facts.show(task, activation);
        said.show(discussion, requested);
        trouble(known.trouble().or(task::blockTrouble).orElse(""));
    }

    private void look(Place place) {
        if (!Services.get(CommentWalk.class).show(place)) {
            trouble("Activate the task to see the place.");
        }
    }

    private void fit() {
        body.layout(true, true);
        int width = Math.max(scroll.getClientArea().width, TEXT_WIDTH + FACTS_WIDTH);
        scroll.setMinSize(body.computeSize(width, SWT.DEFAULT));
    }
}
