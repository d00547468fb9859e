package org.morphodepot.project.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;
import org.morphodepot.github.Person;
import org.morphodepot.ui.Ids;
import org.morphodepot.work.project.TaskBoard;
import org.morphodepot.work.review.Reviews;
import org.morphodepot.work.tasks.Task;
import org.morphodepot.work.tasks.TaskState;

/** The content of the overview, made anew whenever something changed. UI thread only. */
final class OverviewPage {

    private static final Duration QUIET = Duration.ofDays(7);
    private static final int MOST = 5;

    private final Director director;
    private final Composite page;
    private final Icons icons;

    OverviewPage(Composite parent, Director director) {
        this.director = director;
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(6, 4).margins(2, 4).applyTo(page);
        icons = new Icons(page);
        Optional<TaskBoard> board = director.board().value();
        if (director.account().isEmpty()) {
            link("You are not signed in. <a>Sign in</a> to see your depots, or try Help > Practice Depot.",
                    () -> Services.run(Names.SIGN_IN, Map.of()));
        } else if (director.depot().isEmpty()) {
            say(director.depots().asking() ? "Looking for your depots…" : "There is no depot of yours yet: a depot is a"
                    + " repository with the topic morphodepot. Help > Practice Depot makes one to try things on.");
        } else if (board.isEmpty()) {
            say(director.board().asking() ? "Asking for the tasks…" : "The tasks are not known yet.");
        } else {
            show(board.get());
        }
    }

    Composite control() {
        return page;
    }

    private void show(TaskBoard board) {
        if (board.tasks().isEmpty()) {
            say("No tasks yet. Make some of the structures of the colour table with the button below.");
            return;
        }
        Map<TaskState, Integer> counts = board.counts();
        int all = board.tasks().size() - counts.get(TaskState.CLOSED);
        say(counts.get(TaskState.MERGED) + " of " + Ages.many(all, "task") + " merged");
        ProgressBar bar = Ids.named("project-progress", new ProgressBar(page, SWT.HORIZONTAL | SWT.SMOOTH));
        bar.setMaximum(1000);
        bar.setSelection((int) Math.round(board.progress() * 1000));
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(60, 8).applyTo(bar);
        counts.forEach((state, count) -> {
            if (count > 0) {
                count(state, count);
            }
        });
        heading("Needs you");
        needs(board);
        heading("People");
        board.people().forEach(this::person);
        if (board.people().isEmpty()) {
            say("Nobody has a task.");
        }
    }

    private void count(TaskState state, int count) {
        Label dot = new Label(page, SWT.NONE);
        dot.setImage(icons.dot(state));
        Link words = new Link(page, SWT.NONE);
        words.setText("<a>" + state.words() + "</a>");
        words.setToolTipText("Shows these tasks in the Task Board");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
        words.addListener(SWT.Selection, _ -> {
            Services.show(Names.BOARD);
            director.show(EnumSet.of(state));
        });
        Label number = Ids.named("project-count-" + state.name().toLowerCase(Locale.ROOT), new Label(page, SWT.RIGHT));
        number.setText(String.valueOf(count));
        GridDataFactory.fillDefaults().hint(30, SWT.DEFAULT).applyTo(number);
    }

    private void needs(TaskBoard board) {
        int before = page.getChildren().length;
        Optional<Reviews> reviews = director.reviews().value().map(known -> known.in(director.depot()));
        reviews.map(known -> known.waiting().size()).filter(waiting -> waiting > 0).ifPresent(waiting -> link(
                "<a>" + Ages.many(waiting, "contribution") + "</a> " + (waiting == 1 ? "waits" : "wait") + " for your review",
                () -> Services.show(Names.REVIEWS)));
        board.tasks().stream().filter(task -> task.isOverdue(LocalDate.now())).limit(MOST)
                .forEach(task -> task(task, "was due " + task.due().orElseThrow()));
        board.stuck(QUIET, Instant.now()).stream().filter(task -> !task.isOverdue(LocalDate.now())).limit(MOST)
                .forEach(task -> task(task, "is quiet since " + Ages.ago(TaskBoard.activity(task))));
        int nobody = board.counts().get(TaskState.UNASSIGNED);
        if (nobody > 0) {
            link("<a>" + Ages.many(nobody, "task") + "</a> without anybody", () -> {
                Services.show(Names.BOARD);
                director.show(EnumSet.of(TaskState.UNASSIGNED));
            });
        }
        if (page.getChildren().length == before) {
            say("Nothing. Everybody is at work.");
        }
    }

    private void task(Task task, String what) {
        List<String> who = task.assignees().stream().map(Person::login).toList();
        link("<a>" + escaped(task.title()) + "</a>" + (who.isEmpty() ? "" : " (" + who.stream().collect(Collectors.joining(", "))
                + ")") + " " + what, () -> Program.launch(task.url()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&&").replace("<", "\u2039").replace(">", "\u203a");
    }

    private void person(Person person, int open) {
        Label name = new Label(page, SWT.NONE);
        name.setText(person.login() + (person.name().isEmpty() ? "" : " — " + person.name()));
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(name);
        Label number = new Label(page, SWT.RIGHT);
        number.setText(open == 0 ? "–" : open + " open");
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(number);
    }

    private void heading(String text) {
        Label label = new Label(page, SWT.NONE);
        label.setText(text);
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).indent(0, 8).applyTo(label);
    }

    private void say(String text) {
        Label label = new Label(page, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(80, SWT.DEFAULT).applyTo(label);
    }

    private void link(String text, Runnable action) {
        Link link = new Link(page, SWT.WRAP);
        link.setText(text);
        link.addListener(SWT.Selection, _ -> action.run());
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(80, SWT.DEFAULT).applyTo(link);
    }
}
