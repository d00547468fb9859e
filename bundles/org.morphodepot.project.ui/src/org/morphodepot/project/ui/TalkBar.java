package org.morphodepot.project.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.morphodepot.ui.Ids;
import org.morphodepot.work.review.PlacedComment;

/** Walks through the comments that name places. For parents with a grid layout of one column. UI thread only. */
final class TalkBar {

    private final Button previous;
    private final Button next;
    private final Label words;

    TalkBar(Composite parent, IntConsumer go) {
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(3, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        previous = arrow(row, "previous", "difference-comment-previous", "Previous comment about a place", () -> go.accept(-1));
        next = arrow(row, "next", "difference-comment-next", "Next comment about a place", () -> go.accept(1));
        words = Ids.named("difference-comment", new Label(row, SWT.NONE));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(words);
    }

    private static Button arrow(Composite row, String icon, String id, String tip, Runnable action) {
        Button button = Ids.named(id, new Button(row, SWT.PUSH | SWT.FLAT));
        button.setImage(new Icons(button).get(icon));
        button.setToolTipText(tip);
        button.addListener(SWT.Selection, _ -> action.run());
        return button;
    }

    void show(OpenedReview opened) {
        List<PlacedComment> all = opened.comments().all();
        Optional<PlacedComment> now = opened.comment();
        previous.setEnabled(!all.isEmpty());
        next.setEnabled(!all.isEmpty());
        words.setText(now.map(one -> all.indexOf(one) + 1 + " of " + all.size() + ": " + Ages.who(one.author()) + ", "
                + one.text().lines().findFirst().orElse("about this place").replace("&", "&&"))
                .orElse(all.isEmpty() ? "No comment names a place" : Ages.many(all.size(), "comment") + " about places"));
        words.setToolTipText(now.map(PlacedComment::text).orElse(""));
    }
}
