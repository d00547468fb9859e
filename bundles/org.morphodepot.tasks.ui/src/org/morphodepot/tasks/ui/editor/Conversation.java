package org.morphodepot.tasks.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.morphodepot.depot.TaskBlock;
import org.morphodepot.github.Comment;
import org.morphodepot.github.Review;
import org.morphodepot.tasks.ui.active.Places;
import org.morphodepot.tasks.ui.active.TaskActions;
import org.morphodepot.tasks.ui.markdown.MarkdownLabel;
import org.morphodepot.ui.Ids;
import org.morphodepot.work.Place;
import org.morphodepot.work.submit.Requested;
import org.morphodepot.work.tasks.Discussion;
import org.morphodepot.work.tasks.Task;

/** What a task asks for, what reviewers ask for, and what was said; places in it can be clicked. UI thread. */
final class Conversation {

    private final Composite box;
    private final Font bold;
    private final int narrowest;
    private final Consumer<Place> look;

    /** @param look brings the slices to a place */
    Conversation(Composite parent, Font bold, int narrowest, Consumer<Place> look) {
        this.bold = bold;
        this.narrowest = narrowest;
        this.look = look;
        box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(box);
    }

    Composite control() {
        return box;
    }

    void show(Discussion discussion, List<Requested> requested) {
        for (Control old : box.getChildren()) {
            old.dispose();
        }
        Task task = discussion.task();
        text(task.text().isBlank() ? "*No description.*" : task.text());
        task.block().map(TaskBlock::instructions).filter(more -> !more.isBlank()).ifPresent(this::text);
        requests(requested);
        history(discussion);
    }

    private void requests(List<Requested> requested) {
        if (requested.isEmpty()) {
            return;
        }
        heading("Asked for");
        if (requested.stream().filter(one -> one.place().isPresent()).count() > 1) {
            walk();
        }
        int number = 1;
        for (Requested one : requested) {
            by(number++ + ". " + one.author() + " \u00b7 " + TaskWords.when(one.when()));
            part(one.text(), one.place());
        }
    }

    private void walk() {
        Link walk = Ids.named("walk-places", new Link(box, SWT.NONE));
        walk.setText("<a href=\"previous\">Previous place</a> (Alt+,)   <a href=\"next\">Next place</a> (Alt+.)");
        Shell shell = box.getShell();
        walk.addListener(SWT.Selection, e -> (e.text.equals("next") ? TaskActions.NEXT_COMMENT : TaskActions.PREVIOUS_COMMENT)
                .run(shell));
    }

    private void part(String text, Optional<Place> place) {
        if (!text.isBlank() || place.isEmpty()) {
            text(text);
        }
        place.ifPresent(where -> {
            Link show = Ids.named("show-place", new Link(box, SWT.NONE));
            show.setText("<a>Show " + Places.words(where).replace("<", "\u2039").replace("&", "&&") + "</a>");
            show.setToolTipText("Brings the slices to this place" + where.position().map(mm -> ": " + mm).orElse(""));
            show.addListener(SWT.Selection, e -> look.accept(where));
        });
    }

    private void history(Discussion discussion) {
        if (discussion.comments().isEmpty() && discussion.reviews().isEmpty()) {
            return;
        }
        heading("History");
        for (Comment comment : discussion.comments()) {
            said(comment.author().login() + " \u00b7 " + TaskWords.when(comment.created()), comment.body());
        }
        for (Review review : discussion.reviews()) {
            said(review.author().login() + " " + TaskWords.verdict(review.verdict())
                    + review.submitted().map(when -> " \u00b7 " + TaskWords.when(when)).orElse(""), review.body());
        }
    }

    private void said(String who, String markdown) {
        by(who);
        Place.split(markdown).forEach(part -> part(part.text(), part.place()));
    }

    private void by(String words) {
        Label by = new Label(box, SWT.NONE);
        by.setText(words.replace("&", "&&"));
        by.setFont(bold);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 6).applyTo(by);
    }

    private void heading(String words) {
        Label label = new Label(box, SWT.NONE);
        label.setText(words);
        label.setFont(bold);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 14).applyTo(label);
        Label line = new Label(box, SWT.SEPARATOR | SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
    }

    private void text(String markdown) {
        MarkdownLabel label = new MarkdownLabel(box);
        label.show(markdown);
        GridDataFactory.fillDefaults().grab(true, false).hint(narrowest, SWT.DEFAULT).applyTo(label.control());
    }
}
