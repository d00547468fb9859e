package org.morphodepot.project.ui;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.morphodepot.github.Merge;
import org.morphodepot.ui.Background;
import org.morphodepot.ui.Ids;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.review.Review;

/** What the director answers to the contribution in front: comment, request changes, approve and merge. UI thread only. */
final class AnswerBox {

    private final Composite box;
    private final Text text;
    private final Button here;
    private final Button comment;
    private final Button changes;
    private final Button approve;
    private final Label reason;
    private OpenedReview shown;

    AnswerBox(Composite parent) {
        box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(4, 3).applyTo(box);
        text = Ids.named("review-text", new Text(box, SWT.MULTI | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL));
        text.setMessage("What should its author know?");
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(80, 52).applyTo(text);
        text.addListener(SWT.Modify, _ -> typed());
        here = Ids.check("review-here", box);
        here.setText("About the place at the crosshair");
        here.setToolTipText("Adds the place and the difference there, so that its author can go to it with one click");
        GridDataFactory.fillDefaults().span(2, 1).applyTo(here);
        comment = button("review-comment", "Comment", () -> send("Comment on #", "Your comment is there.", review -> {
            String words = words();
            return progress -> {
                review.comment(words, VoxelBox.EMPTY, progress);
                return Optional.empty();
            };
        }));
        changes = button("review-changes", "Request Changes", () -> send("Request changes of #", "", review -> {
            String words = words();
            return progress -> {
                review.requestChanges(words, VoxelBox.EMPTY, progress);
                return Optional.of(review.own() ? "Your words are a comment, since it is your own; it is a draft again."
                        : "Changes are requested; it is a draft again until its author is done.");
            };
        }));
        approve = button("review-approve", "Approve and Merge…", this::approve);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(approve);
        reason = Ids.named("review-reason", new Label(box, SWT.WRAP));
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(80, SWT.DEFAULT).applyTo(reason);
    }

    private Button button(String id, String label, Runnable action) {
        Button button = Ids.named(id, new Button(box, SWT.PUSH));
        button.setText(label);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        button.addListener(SWT.Selection, _ -> action.run());
        return button;
    }

    Composite control() {
        return box;
    }

    /** What was typed, with the place at the crosshair when that is wanted. */
    private String words() {
        Optional<Session> session = here.getSelection() ? Services.openReviews().session() : Optional.empty();
        return session.map(shown::place).map(place -> place.into(text.getText().strip())).orElse(text.getText());
    }


    private void typed() {
        if (shown != null) {
            shown.draft(text.getText());
            enable();
        }
    }

    void show(OpenedReview opened) {
        shown = opened;
        if (!text.getText().equals(opened.draft())) {
            text.setText(opened.draft());
        }
        enable();
    }

    private void enable() {
        Review review = shown.review();
        boolean free = !shown.isBusy();
        boolean open = free && shown.outcome().isEmpty();
        boolean says = !text.getText().isBlank();
        comment.setEnabled(free && says);
        changes.setEnabled(open && says && review.whyNotRequestChanges().isEmpty());
        approve.setEnabled(open && review.whyNotMerge().isEmpty());
        comment.setToolTipText(says ? "" : "Write something first");
        changes.setToolTipText(review.whyNotRequestChanges().orElse(!says ? "Write what to change" : review.own()
                ? "It is your own: your words become a comment, and it a draft again" : "It becomes a draft again"));
        approve.setText(merge(review) + "…");
        approve.setToolTipText(review.whyNotMerge().orElse("Merges it into the depot as one commit and closes its task"
                + (review.own() ? "; nobody can approve what is their own" : "")));
        String why = shown.outcome().or(() -> shown.isBusy() ? Optional.of("Sending…") : Optional.empty())
                .or(review::whyNotMerge).orElse("");
        if (!why.equals(reason.getText())) {
            reason.setText(why);
            reason.setToolTipText(why);
            box.getParent().layout(true, true);
        }
    }

    private void approve() {
        Review review = shown.review();
        String question = merge(review) + " contribution #" + review.pull().number() + " into " + review.pull().repo()
                + "? Its task is closed by that." + (review.own() ? " It is your own, so it is merged without an approval." : "");
        if (MessageDialog.open(MessageDialog.CONFIRM, box.getShell(), merge(review), question, SWT.NONE, merge(review),
                "Cancel") != 0) {
            return;
        }
        String words = words();
        send("Merge #", "", opened -> progress -> {
            Merge merge = opened.approveAndMerge(words, progress);
            return Optional.of(merge.before() ? "It was merged already." : "It is merged, and its task is closed.");
        });
    }

    private static String merge(Review review) {
        return review.own() ? "Merge" : "Approve and Merge";
    }

    /** Sends an answer in the background; {@code prepare} runs first, on the UI thread. */
    private void send(String what, String said, Function<Review, Background.UseCase<Optional<String>>> prepare) {
        OpenedReview opened = shown;
        opened.busy(true);
        enable();
        Background.asked(what + opened.review().pull().number(), prepare.apply(opened.review()), outcome -> {
            opened.busy(false);
            opened.draft("");
            outcome.ifPresent(opened::answered);
            after(opened, said);
        }, failure -> {
            free(opened);
            tell(failure);
        }, () -> free(opened));
    }

    private static void free(OpenedReview opened) {
        opened.busy(false);
        Services.openReviews().tell();
    }

    private void after(OpenedReview opened, String said) {
        Background.quietly("Ask what was said", opened.review()::talk, news -> {
            opened.said(news);
            Services.openReviews().tell();
        }, _ -> { });
        Services.openReviews().tell();
        Services.director().refresh();
        if (!box.isDisposed() && opened == shown) {
            here.setSelection(false);
        }
        if (!box.isDisposed() && opened == shown && !said.isEmpty()) {
            reason.setText(said);
            box.getParent().layout(true, true);
        }
    }

    private void tell(IOException failure) {
        if (!box.isDisposed()) {
            MessageDialog.openError(box.getShell(), "Not Sent", failure.getMessage());
        }
    }
}
