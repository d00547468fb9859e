package org.morphodepot.project.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.morphodepot.github.PullRequest;
import org.morphodepot.ui.Ids;
import org.morphodepot.work.review.Reviews;
import org.morphodepot.work.tasks.TaskState;

import jakarta.inject.Inject;

/** The view Reviews: contributions that wait for the director; drafts are hidden at first, but counted. */
public final class ReviewsView {

    private final Director director = Services.director();
    private final TroubleLine trouble;
    private final Label summary;
    private final Button drafts;
    private final Table table;
    private final Icons icons;
    private List<PullRequest> shown = List.of();

    @Inject
    public ReviewsView(Composite parent) {
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 2).margins(4, 3).applyTo(parent);
        summary = Ids.named("reviews-summary", new Label(parent, SWT.NONE));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(summary);
        drafts = Ids.check("reviews-drafts", parent);
        drafts.setText("Show drafts");
        drafts.setToolTipText("Drafts are work in progress: their authors have not asked for a review");
        drafts.addListener(SWT.Selection, _ -> refresh());
        trouble = new TroubleLine(parent, "reviews-trouble", 2);
        table = table(parent);
        icons = new Icons(table);
        director.follow(parent, this::refresh);
    }

    private Table table(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(SWT.DEFAULT, 80).applyTo(box);
        TableColumnLayout layout = new TableColumnLayout();
        box.setLayout(layout);
        Table made = Ids.named("reviews-table", new Table(box, SWT.FULL_SELECTION | SWT.SINGLE));
        made.setHeaderVisible(true);
        String[] headings = {"Contribution", "By", "Since"};
        int[] weights = {52, 24, 24};
        for (int i = 0; i < headings.length; i++) {
            TableColumn column = new TableColumn(made, SWT.NONE);
            column.setText(headings[i]);
            layout.setColumnData(column, new ColumnWeightData(weights[i], 60));
        }
        made.addListener(SWT.DefaultSelection, _ -> selected().ifPresent(pull -> OpenReview.start(director, pull)));
        made.setMenu(menu(made));
        return made;
    }

    private Menu menu(Table parent) {
        Menu menu = new Menu(parent);
        item(menu, "Look at It", () -> selected().ifPresent(pull -> OpenReview.start(director, pull)));
        item(menu, "Open on GitHub", () -> selected().ifPresent(pull -> Program.launch(pull.url())));
        return menu;
    }

    private static void item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, _ -> action.run());
    }

    @Focus
    public void focus() {
        table.setFocus();
    }

    private Optional<PullRequest> selected() {
        int row = table.getSelectionIndex();
        return row >= 0 && row < shown.size() ? Optional.of(shown.get(row)) : Optional.empty();
    }

    private void refresh() {
        Optional<Integer> before = selected().map(PullRequest::number);
        trouble.show(director.reviews().trouble());
        Optional<Reviews> reviews = director.reviews().value().map(all -> all.in(director.depot()));
        List<PullRequest> rows = new ArrayList<>(reviews.map(Reviews::waiting).orElse(List.of()));
        if (drafts.getSelection()) {
            rows.addAll(reviews.map(Reviews::drafts).orElse(List.of()));
        }
        shown = List.copyOf(rows);
        table.setItemCount(shown.size());
        for (int i = 0; i < shown.size(); i++) {
            fill(table.getItem(i), shown.get(i));
        }
        before.ifPresent(number -> table.setSelection(shown.stream().map(PullRequest::number).toList().indexOf(number)));
        summary.setText(summary(reviews));
        drafts.setText(reviews.map(known -> known.drafts().size()).filter(count -> count > 0)
                .map(count -> "Show " + Ages.many(count, "draft")).orElse("Show drafts"));
        summary.getParent().layout();
    }

    private void fill(TableItem item, PullRequest pull) {
        item.setText(new String[] {director.title(pull) + " (#" + pull.number() + (pull.draft() ? ", draft)" : ")"),
            Ages.who(pull.author()), Ages.ago(pull.updated())});
        item.setImage(0, icons.dot(pull.draft() ? TaskState.IN_PROGRESS : TaskState.SUBMITTED));
    }

    private String summary(Optional<Reviews> reviews) {
        if (director.account().isEmpty()) {
            return "Sign in to see contributions.";
        }
        if (reviews.isEmpty()) {
            return director.reviews().asking() ? "Asking…" : "";
        }
        int waiting = reviews.get().waiting().size();
        return waiting == 0 ? "Nothing waits for you" : waiting == 1 ? "1 waits for you" : waiting + " wait for you";
    }
}
