package org.morphodepot.project.ui;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.morphodepot.github.PullRequest;
import org.morphodepot.label.Segment;
import org.morphodepot.ui.Ids;
import org.morphodepot.work.review.Picture.Shown;
import org.morphodepot.work.review.Review;
import org.morphodepot.work.review.Said;
import org.morphodepot.work.review.Spot;

import jakarta.inject.Inject;

/**
 * The view Difference, beside the slices of a contribution: what it changes per structure, a walk through the differences by
 * size, what was said, and the answer.
 */
public final class DifferenceView {

    private final OpenReviews reviews = Services.openReviews();
    private final Composite parent;
    private final StackLayout stack = new StackLayout();
    private final RestoredPictures restored = new RestoredPictures(reviews, Services.director());
    private final Link empty;
    private final Composite page;
    private final Label title;
    private final Label subtitle;
    private final TroubleLine remarks;
    private final Map<Shown, ToolItem> toggles = new EnumMap<>(Shown.class);
    private final Button previous;
    private final Button next;
    private final Label place;
    private final DifferenceTable table;
    private final TalkBar talk;
    private final Text said;
    private final AnswerBox answer;

    @Inject
    public DifferenceView(Composite parent) {
        this.parent = parent;
        parent.setLayout(stack);
        empty = Ids.named("difference-empty", new Link(parent, SWT.WRAP));
        empty.addListener(SWT.Selection, _ -> Services.sessions().active().ifPresent(restored::go));
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(6, 4).spacing(4, 4).applyTo(page);
        title = Ids.named("difference-title", new Label(page, SWT.NONE));
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        fill(title);
        subtitle = Ids.named("difference-subtitle", new Label(page, SWT.WRAP));
        fill(subtitle);
        remarks = new TroubleLine(page, "difference-remarks", 1);
        toggles();
        Composite walk = row(3);
        previous = arrow(walk, "previous", "difference-previous", "Previous difference, a larger one (Ctrl+,)", -1);
        next = arrow(walk, "next", "difference-next", "Next difference, a smaller one (Ctrl+.)", 1);
        place = Ids.named("difference-place", new Label(walk, SWT.NONE));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(place);
        table = new DifferenceTable(page, this::look);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 110).applyTo(table.control());
        talk = new TalkBar(page, this::comment);
        said = Ids.named("difference-said", new Text(page, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL));
        GridDataFactory.fillDefaults().grab(true, false).hint(80, 84).applyTo(said);
        answer = new AnswerBox(page);
        fill(answer.control());
        reviews.follow(parent, this::refresh);
        Services.director().follow(parent, this::refresh);
    }

    private static void fill(Control control) {
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(control);
    }

    private Composite row(int columns) {
        Composite row = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(columns).spacing(3, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        return row;
    }

    private void toggles() {
        ToolBar row = new ToolBar(page, SWT.FLAT | SWT.RIGHT);
        String[] names = {"Before", "Contribution", "Difference"};
        String[] tips = {"What it started from", "The segments as contributed",
            "Green is new, red is gone, yellow belongs to another structure now"};
        for (Shown part : Shown.values()) {
            ToolItem toggle = Ids.named("difference-show-" + part.name().toLowerCase(Locale.ROOT), new ToolItem(row, SWT.CHECK));
            toggle.setText(names[part.ordinal()]);
            toggle.setToolTipText(tips[part.ordinal()]);
            toggle.addListener(SWT.Selection, _ -> toggle(part, toggle.getSelection()));
            toggles.put(part, toggle);
        }
    }

    /** Before and contribution take turns; the difference lies over either. */
    private void toggle(Shown part, boolean on) {
        Set<Shown> parts = EnumSet.noneOf(Shown.class);
        parts.addAll(reviews.shown());
        if (on) {
            parts.add(part);
            if (part != Shown.DIFFERENCE) {
                parts.remove(part == Shown.BASE ? Shown.CONTRIBUTION : Shown.BASE);
            }
        } else {
            parts.remove(part);
        }
        toggles.forEach((one, button) -> button.setSelection(parts.contains(one)));
        reviews.show(parts);
    }

    private Button arrow(Composite row, String icon, String id, String tip, int steps) {
        Button button = Ids.named(id, new Button(row, SWT.PUSH | SWT.FLAT));
        button.setImage(new Icons(button).get(icon));
        button.setToolTipText(tip);
        button.addListener(SWT.Selection, _ -> DifferenceCommand.go(steps));
        return button;
    }

    private void look(Optional<String> structure) {
        reviews.front().ifPresent(review -> {
            review.look(structure);
            DifferenceCommand.go(1);
        });
    }

    private void comment(int steps) {
        reviews.front().ifPresent(review -> {
            review.goToComment(steps, reviews.session());
            reviews.tell();
        });
    }

    @Focus
    public void focus() {
        (reviews.front().isPresent() ? next : parent).setFocus();
    }

    private void refresh() {
        Optional<OpenedReview> front = reviews.front();
        stack.topControl = front.isPresent() ? page : empty;
        if (front.isEmpty()) {
            empty.setText(Services.sessions().active().flatMap(restored::look)
                    .orElse("Open a contribution: double-click one in Reviews."));
        }
        front.ifPresent(this::show);
        parent.layout();
    }

    private void show(OpenedReview opened) {
        Review review = opened.review();
        PullRequest pull = review.pull();
        title.setText(Services.director().title(pull) + " (#" + pull.number() + ")");
        title.setToolTipText(pull.title() + ": " + pull.url());
        subtitle.setText(subtitle(review));
        remarks.show(Optional.of(String.join("\n", review.remarks())).filter(text -> !text.isEmpty()));
        toggles.forEach((part, button) -> button.setSelection(reviews.shown().contains(part)));
        subtitle.setToolTipText(subtitle.getText());
        table.show(review.comparison(), opened.structure());
        List<Spot> spots = opened.spots();
        previous.setEnabled(spots.size() > 1);
        next.setEnabled(!spots.isEmpty());
        place.setText(opened.spot().map(spot -> opened.position() + 1 + " of " + spots.size() + ": " + words(spot))
                .orElse(spots.isEmpty() ? "Nothing differs" : Ages.many(spots.size(), "difference")));
        place.setToolTipText(place.getText());
        talk.show(opened);
        String words = opened.said().stream().map(DifferenceView::words).collect(Collectors.joining("\n\n"));
        said.setText(words.isEmpty() ? "Nothing is said yet." : words);
        answer.show(opened);
    }

    private static String subtitle(Review review) {
        PullRequest pull = review.pull();
        String base = review.comparison().base().segments().isEmpty() ? "compared with nothing" : "compared with what it started"
                + " from";
        return "by " + Ages.who(pull.author()) + (review.own() ? ", your own" : "")
                + (pull.draft() ? ", draft" : pull.merged() ? ", merged" : "") + " · " + base;
    }

    private static String words(Spot spot) {
        String before = spot.before().map(Segment::name).orElse("");
        String after = spot.after().map(Segment::name).orElse("");
        String what = switch (spot.kind()) {
            case ADDED -> "+" + Ages.count(spot.voxels()) + " " + after;
            case REMOVED -> "−" + Ages.count(spot.voxels()) + " " + before;
            case CHANGED -> Ages.count(spot.voxels()) + " from " + before + " to " + after;
        };
        return what;
    }

    private static String words(Said one) {
        String verdict = one.verdict().map(v -> switch (v) {
            case APPROVED -> " approved it";
            case CHANGES_REQUESTED -> " requested changes";
            default -> "";
        }).orElse("");
        return Ages.who(one.author()) + verdict + ", " + Ages.ago(one.when()) + (one.text().isEmpty() ? "" : ":\n" + one.text());
    }
}
