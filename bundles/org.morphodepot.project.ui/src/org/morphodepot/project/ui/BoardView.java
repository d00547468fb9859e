package org.morphodepot.project.ui;

import java.util.ArrayList;
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
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.morphodepot.github.Person;
import org.morphodepot.ui.Ids;
import org.morphodepot.work.project.BoardFilter;
import org.morphodepot.work.project.TaskBoard;
import org.morphodepot.work.tasks.Task;
import org.morphodepot.work.tasks.TaskState;

import jakarta.inject.Inject;

/** The view Task Board: all tasks of the chosen depot by state, with people and last activity. */
public final class BoardView {

    private static final String EVERYBODY = "Everybody";
    private static final List<String> STATES = states();

    private final Director director = Services.director();
    private final Text text;
    private final Combo person;
    private final Combo state;
    private final Label summary;
    private final TroubleLine trouble;
    private final BoardTable table;

    @Inject
    public BoardView(Composite parent) {
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(6, 2).margins(4, 3).applyTo(parent);
        text = Ids.named("board-filter", new Text(parent, SWT.SEARCH | SWT.ICON_CANCEL));
        text.setMessage("Filter tasks");
        text.setToolTipText("Shows the tasks with this text in title, structures, number or people");
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(text);
        person = combo(parent, "board-person", "Whose tasks are shown", List.of(EVERYBODY));
        state = combo(parent, "board-state", "Which tasks are shown", STATES);
        summary = Ids.named("board-summary", new Label(parent, SWT.NONE));
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).indent(4, 0).applyTo(summary);
        trouble = new TroubleLine(parent, "board-trouble", 3);
        table = new BoardTable(parent, this::open);
        GridDataFactory.fillDefaults().grab(true, true).span(3, 1).applyTo(table.control().getParent());
        new BoardMenu(table, director).attach();
        text.addListener(SWT.Modify, _ -> fill());
        person.addListener(SWT.Selection, _ -> fill());
        state.addListener(SWT.Selection, _ -> director.show(chosenStates(state.getSelectionIndex())));
        director.follow(parent, this::refresh);
    }

    private static Combo combo(Composite parent, String id, String tip, List<String> items) {
        Combo combo = Ids.named(id, new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN));
        combo.setItems(items.toArray(String[]::new));
        combo.select(0);
        combo.setToolTipText(tip);
        return combo;
    }

    private static List<String> states() {
        List<String> words = new ArrayList<>(List.of("To do", "All"));
        for (TaskState one : TaskState.values()) {
            words.add(one.words().substring(0, 1).toUpperCase(Locale.ROOT) + one.words().substring(1));
        }
        return words;
    }

    private static Set<TaskState> chosenStates(int index) {
        return index == 0 ? Director.open() : index == 1 ? EnumSet.allOf(TaskState.class)
                : EnumSet.of(TaskState.values()[index - 2]);
    }

    @Focus
    public void focus() {
        table.control().setFocus();
    }

    private void refresh() {
        trouble.show(director.board().trouble());
        for (int i = 0; i < STATES.size(); i++) {
            if (chosenStates(i).equals(director.states()) && state.getSelectionIndex() != i) {
                state.select(i);
            }
        }
        people();
        fill();
    }

    private void people() {
        String before = person.getText();
        List<String> items = new ArrayList<>(List.of(EVERYBODY));
        director.board().value().ifPresent(board -> board.people().keySet().stream().map(Person::login).forEach(items::add));
        if (!items.equals(List.of(person.getItems()))) {
            person.setItems(items.toArray(String[]::new));
            person.select(Math.max(0, items.indexOf(before)));
            person.getParent().layout();
        }
    }

    private void fill() {
        Optional<TaskBoard> board = director.board().value();
        Optional<String> login = Optional.of(person.getText()).filter(name -> !name.equals(EVERYBODY));
        BoardFilter filter = BoardFilter.ALL.saying(text.getText()).of(login).in(director.states());
        List<Task> shown = board.map(one -> one.shown(filter)).orElse(List.of());
        table.show(shown);
        summary.setText(summary(board, shown.size()));
        summary.setToolTipText(summary.getText());
        summary.getParent().layout(new Control[] {summary});
    }

    private String summary(Optional<TaskBoard> board, int shown) {
        if (director.account().isEmpty()) {
            return "Sign in to see the tasks: File > Sign In…";
        }
        if (board.isEmpty()) {
            return director.depot().isEmpty() ? "Choose a depot in the Overview" : director.board().asking() ? "Asking…" : "";
        }
        if (board.get().tasks().isEmpty()) {
            return "No tasks yet: Project > New Tasks from Structures…";
        }
        Map<TaskState, Integer> counts = board.get().counts();
        String states = counts.entrySet().stream().filter(e -> e.getValue() > 0)
                .map(e -> e.getValue() + " " + e.getKey().words()).collect(Collectors.joining(" · "));
        return (shown == board.get().tasks().size() ? "" : shown + " of ") + Ages.many(board.get().tasks().size(), "task")
                + ": " + states;
    }

    /** What waits for a review is looked at; everything else is on the web. */
    private void open(Task task) {
        if (task.state() == TaskState.SUBMITTED && task.contribution().isPresent()) {
            OpenReview.start(director, task.contribution().get());
        } else {
            Program.launch(task.url());
        }
    }
}
