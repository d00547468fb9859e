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
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.morphodepot.depot.TaskBlock;
import org.morphodepot.github.Comment;
import org.morphodepot.github.Review;
import org.morphodepot.tasks.ui.active.FirstLook;
import org.morphodepot.tasks.ui.active.TaskActivation;
import org.morphodepot.tasks.ui.active.TaskEditors;
import org.morphodepot.tasks.ui.markdown.MarkdownLabel;
import org.morphodepot.ui.Ids;
import org.morphodepot.work.Known;
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
    private final Composite left;
    private final TaskFacts facts;
    private final TaskActivation activation;
    private final Font bold;

    TaskPage(Composite parent, TaskRef task, TaskActivation activation, Runnable refresh) {
        this.activation = activation;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        body = new Composite(scroll, SWT.NONE);
        scroll.setContent(body);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 12).spacing(24, 8).applyTo(body);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), body);
        bold = resources.create(FontDescriptor.createFrom(body.getFont()).setStyle(SWT.BOLD));
        title = Ids.named("task-title", new Label(body, SWT.WRAP));
        title.setFont(resources.create(FontDescriptor.createFrom(body.getFont()).increaseHeight(4).setStyle(SWT.BOLD)));
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(title);
        trouble = new Label(body, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).exclude(true).applyTo(trouble);
        actions = new ActionRow(body, task, activation, refresh);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(actions.control());
        left = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(left);
        GridDataFactory.fillDefaults().grab(true, true).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(left);
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
        for (Control old : left.getChildren()) {
            old.dispose();
        }
        text(task.text().isBlank() ? "*No description.*" : task.text());
        task.block().map(TaskBlock::instructions).filter(more -> !more.isBlank()).ifPresent(this::text);
        requests(requested);
        history(discussion);
        trouble(known.trouble().or(task::blockTrouble).orElse(""));
    }

    private void requests(List<Requested> requested) {
        if (!requested.isEmpty()) {
            heading("Asked for");
            requested.forEach(this::request);
        }
    }

    private void request(Requested one) {
        text((one.text().isEmpty() ? "*Look here.*" : one.text()) + "  \n\u2014 " + one.author() + ", "
                + TaskWords.when(one.when()));
        one.place().ifPresent(place -> {
            Link show = Ids.named("show-place", new Link(left, SWT.NONE));
            show.setText("<a>Show the place</a>");
            show.addListener(SWT.Selection, e -> activation.session().ifPresentOrElse(session -> {
                FirstLook.lookAt(session, place.box());
                activation.assignment().ifPresent(TaskEditors::open);
            }, () -> trouble("Activate the task to see the place.")));
        });
    }

    private void history(Discussion discussion) {
        if (discussion.comments().isEmpty() && discussion.reviews().isEmpty()) {
            return;
        }
        heading("History");
        for (Comment comment : discussion.comments()) {
            said(comment.author().login(), TaskWords.when(comment.created()), comment.body());
        }
        for (Review review : discussion.reviews()) {
            said(review.author().login() + " " + TaskWords.verdict(review.verdict()),
                    review.submitted().map(TaskWords::when).orElse(""), review.body());
        }
    }

    private void said(String who, String when, String markdown) {
        Label by = new Label(left, SWT.NONE);
        by.setText(who + " \u00b7 " + when);
        by.setFont(bold);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 6).applyTo(by);
        if (!markdown.isBlank()) {
            text(markdown);
        }
    }

    private void heading(String words) {
        Label label = new Label(left, SWT.NONE);
        label.setText(words);
        label.setFont(bold);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 14).applyTo(label);
        Label line = new Label(left, SWT.SEPARATOR | SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
    }

    private void text(String markdown) {
        MarkdownLabel label = new MarkdownLabel(left);
        label.show(markdown);
        GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(label.control());
    }

    private void fit() {
        body.layout(true, true);
        int width = Math.max(scroll.getClientArea().width, TEXT_WIDTH + FACTS_WIDTH);
        scroll.setMinSize(body.computeSize(width, SWT.DEFAULT));
    }
}
