package org.morphodepot.project.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.ICheckStateProvider;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.morphodepot.depot.ColorRow;
import org.morphodepot.depot.Concept;
import org.morphodepot.github.Person;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.ui.Ids;

/** First page of the wizard: which structures, and who does them. */
final class StructuresPage extends WizardPage {

    private static final String NOBODY = "nobody yet";

    private final TaskChoices choices;
    private final List<String> people;
    private CheckboxTableViewer viewer;
    private Icons icons;
    private String filter = "";

    StructuresPage(TaskChoices choices) {
        super("structures", "Which structures, and who does them?", null);
        this.choices = choices;
        people = new ArrayList<>(List.of(NOBODY));
        choices.planning().people().stream().map(Person::login).forEach(people::add);
        setDescription("Choose rows of the colour table. People can be chosen in the last column, or for all at once.");
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(4).applyTo(page);
        Text search = Ids.named("structures-filter", new Text(page, SWT.SEARCH | SWT.ICON_CANCEL));
        search.setMessage("Filter structures");
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(search);
        search.addListener(SWT.Modify, _ -> {
            filter = search.getText().strip().toLowerCase(Locale.ROOT);
            viewer.refresh();
        });
        button(page, "structures-all", "Choose Shown", () -> choose(true));
        button(page, "structures-none", "Choose None", () -> choose(false));
        GridDataFactory.fillDefaults().grab(true, true).span(4, 1).hint(620, 260).applyTo(table(page));
        Label give = new Label(page, SWT.NONE);
        give.setText("Give the chosen ones to");
        Combo all = Ids.named("structures-give", new Combo(page, SWT.READ_ONLY));
        all.setItems(people.toArray(String[]::new));
        all.select(0);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(all);
        all.addListener(SWT.Selection, _ -> give(() -> choices.giveAll(login(all.getSelectionIndex()))));
        Button share = button(page, "structures-share", "Share Out", () -> give(() -> choices.shareOut(helpers())));
        share.setToolTipText("Gives them to all people but you in turn");
        share.setEnabled(!helpers().isEmpty());
        setControl(page);
    }

    private Button button(Composite page, String id, String text, Runnable action) {
        Button button = Ids.named(id, new Button(page, SWT.PUSH));
        button.setText(text);
        button.addListener(SWT.Selection, _ -> action.run());
        return button;
    }

    private List<String> helpers() {
        String me = choices.planning().rights().login();
        return people.stream().skip(1).filter(login -> !login.equalsIgnoreCase(me)).toList();
    }

    private String login(int index) {
        return index <= 0 ? "" : people.get(index);
    }

    private void give(Runnable change) {
        change.run();
        viewer.refresh();
    }

    /** Chooses what is shown, or nothing at all. */
    private void choose(boolean wanted) {
        choices.planning().structures().stream().filter(row -> !wanted || isShown(row))
                .forEach(row -> choices.choose(row, wanted));
        viewer.refresh();
        complete();
    }

    private boolean isShown(ColorRow row) {
        return (row.name() + " " + term(row)).toLowerCase(Locale.ROOT).contains(filter);
    }

    private void complete() {
        setPageComplete(choices.size() > 0);
    }

    private Composite table(Composite page) {
        Composite box = new Composite(page, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        box.setLayout(layout);
        viewer = CheckboxTableViewer.newCheckList(box, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
        Table table = Ids.named("structures-table", viewer.getTable());
        table.setHeaderVisible(true);
        icons = new Icons(table);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        column(layout, "Structure", 36, new Labels() {
            @Override
            String text(ColorRow row) {
                return row.name();
            }

            @Override
            Image image(ColorRow row) {
                return icons.swatch(SegmentColor.ofRgb(row.red() << 16 | row.green() << 8 | row.blue()));
            }
        });
        column(layout, "Term", 24, new Labels() {
            @Override
            String text(ColorRow row) {
                return term(row);
            }
        });
        column(layout, "Open tasks", 20, new Labels() {
            @Override
            String text(ColorRow row) {
                return choices.already(row).stream().map(task -> "#" + task.ref().number()).collect(Collectors.joining(", "));
            }
        });
        TableViewerColumn who = column(layout, "Who", 20, new Labels() {
            @Override
            String text(ColorRow row) {
                return choices.who(row).isEmpty() ? NOBODY : choices.who(row);
            }
        });
        who.setEditingSupport(new Whom());
        viewer.addFilter(new ViewerFilter() {
            @Override
            public boolean select(Viewer shown, Object parent, Object element) {
                return isShown((ColorRow) element);
            }
        });
        viewer.setCheckStateProvider(new Chosen());
        viewer.addCheckStateListener(event -> {
            choices.choose((ColorRow) event.getElement(), event.getChecked());
            complete();
        });
        viewer.setInput(choices.planning().structures());
        return box;
    }

    private TableViewerColumn column(TableColumnLayout layout, String heading, int weight, Labels labels) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
        column.getColumn().setText(heading);
        column.setLabelProvider(labels);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 80));
        return column;
    }

    private static String term(ColorRow row) {
        Concept type = row.terms().type();
        return type.meaning().isEmpty() ? type.code() : type.meaning();
    }

    private abstract static class Labels extends ColumnLabelProvider {

        @Override
        public final String getText(Object element) {
            return text((ColorRow) element);
        }

        @Override
        public final Image getImage(Object element) {
            return image((ColorRow) element);
        }

        abstract String text(ColorRow row);

        Image image(@SuppressWarnings("unused") ColorRow row) {
            return null;
        }
    }

    private final class Chosen implements ICheckStateProvider {

        @Override
        public boolean isChecked(Object element) {
            return choices.isChosen((ColorRow) element);
        }

        @Override
        public boolean isGrayed(Object element) {
            return false;
        }
    }

    /** A click into the last column chooses a person for one row. */
    private final class Whom extends EditingSupport {

        Whom() {
            super(viewer);
        }

        @Override
        protected CellEditor getCellEditor(Object element) {
            return new ComboBoxCellEditor(viewer.getTable(), people.toArray(String[]::new), SWT.READ_ONLY);
        }

        @Override
        protected boolean canEdit(Object element) {
            return true;
        }

        @Override
        protected Object getValue(Object element) {
            return Math.max(0, people.indexOf(choices.who((ColorRow) element)));
        }

        @Override
        protected void setValue(Object element, Object value) {
            choices.give((ColorRow) element, login((Integer) value));
            viewer.update(element, null);
        }
    }
}
