package org.morphodepot.project.ui;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.morphodepot.github.Person;
import org.morphodepot.ui.Ids;
import org.morphodepot.ui.Sorting;
import org.morphodepot.work.project.TaskBoard;
import org.morphodepot.work.tasks.Task;

/** The tasks of a board as rows; a click on a heading sorts by it, a second one the other way round. UI thread only. */
final class BoardTable {

    private final TableViewer viewer;
    private final TableColumnLayout layout = new TableColumnLayout();
    private final Icons icons;

    /** One column: what it says and how it sorts. */
    private record Column(String heading, int weight, int least, Function<Task, String> text, Comparator<Task> order) {
    }

    private static final List<Column> COLUMNS = List.of(
            new Column("Task", 30, 120, Task::title, Comparator.comparing(task -> task.title().toLowerCase(Locale.ROOT))),
            new Column("#", 6, 40, task -> "#" + task.ref().number(), Comparator.comparing(task -> task.ref().number())),
            new Column("State", 16, 140, task -> task.state().words(), Comparator.comparing(Task::state)),
            new Column("Who", 16, 80, BoardTable::people, Comparator.comparing(BoardTable::people)),
            new Column("Due", 12, 80, task -> task.due().map(LocalDate::toString).orElse(""),
                    Comparator.comparing(task -> task.due().orElse(LocalDate.MAX))),
            new Column("Last activity", 12, 80, task -> Ages.ago(TaskBoard.activity(task)),
                    Comparator.comparing(TaskBoard::activity).reversed()));

    private static String people(Task task) {
        return task.assignees().stream().map(Person::login).collect(Collectors.joining(", "));
    }

    BoardTable(Composite parent, Consumer<Task> opened) {
        Composite box = new Composite(parent, SWT.NONE);
        box.setLayout(layout);
        viewer = new TableViewer(box, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL);
        icons = new Icons(viewer.getTable());
        Ids.named("board-table", viewer.getTable()).setHeaderVisible(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        COLUMNS.forEach(this::add);
        viewer.addDoubleClickListener(_ -> selected().stream().findFirst().ifPresent(opened));
    }

    private void add(Column column) {
        TableViewerColumn made = new TableViewerColumn(viewer, SWT.NONE);
        made.getColumn().setText(column.heading());
        layout.setColumnData(made.getColumn(), new ColumnWeightData(column.weight(), column.least()));
        made.setLabelProvider(new Labels(column));
        Sorting.onClick(viewer, made, column.order());
    }

    Table control() {
        return viewer.getTable();
    }

    /** Shows these tasks; what was selected stays so. */
    void show(List<Task> tasks) {
        if (tasks.equals(viewer.getInput())) {
            viewer.refresh(true, false);
            return;
        }
        List<Integer> before = selected().stream().map(task -> task.ref().number()).toList();
        viewer.setInput(tasks);
        viewer.setSelection(new StructuredSelection(
                tasks.stream().filter(task -> before.contains(task.ref().number())).toList()));
    }

    List<Task> selected() {
        return viewer.getStructuredSelection().stream().map(Task.class::cast).toList();
    }

    private final class Labels extends ColumnLabelProvider {

        private final Column column;

        Labels(Column column) {
            this.column = column;
        }

        @Override
        public String getText(Object element) {
            return column.text().apply((Task) element);
        }

        @Override
        public Image getImage(Object element) {
            return column.heading().equals("State") ? icons.dot(((Task) element).state()) : null;
        }

        @Override
        public String getToolTipText(Object element) {
            Task task = (Task) element;
            return switch (column.heading()) {
                case "Task" -> structures(task);
                case "Due" -> task.isOverdue(LocalDate.now()) ? "Overdue" : null;
                case "Last activity" -> Ages.exact(TaskBoard.activity(task));
                default -> null;
            };
        }

        @Override
        public Color getForeground(Object element) {
            boolean late = column.heading().equals("Due") && ((Task) element).isOverdue(LocalDate.now());
            return late ? viewer.getTable().getDisplay().getSystemColor(SWT.COLOR_RED) : null;
        }
    }

    private static String structures(Task task) {
        String names = String.join(", ", task.structures());
        return Optional.of(names).filter(text -> !text.isEmpty()).map(text -> task.title() + "\nStructures: " + text)
                .orElse(task.title());
    }
}
