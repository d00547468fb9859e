package org.morphodepot.project.ui;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.morphodepot.depot.ColorRow;
import org.morphodepot.depot.TaskBlock;
import org.morphodepot.ui.Ids;
import org.morphodepot.work.project.TaskDraft;

/** Last page of the wizard: the issues as they will be. */
final class PreviewPage extends WizardPage {

    private final TaskChoices choices;
    private Table table;
    private Text text;
    private List<TaskDraft> drafts = List.of();

    PreviewPage(TaskChoices choices) {
        super("preview", "Make these tasks?", null);
        this.choices = choices;
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(page);
        SashForm sash = new SashForm(page, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).hint(620, 300).applyTo(sash);
        Composite box = new Composite(sash, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        box.setLayout(layout);
        table = Ids.named("preview-table", new Table(box, SWT.FULL_SELECTION | SWT.BORDER));
        table.setHeaderVisible(true);
        column(layout, "Task", 65);
        column(layout, "Who", 35);
        table.addListener(SWT.Selection, _ -> preview());
        text = Ids.named("preview-text", new Text(sash, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL));
        sash.setWeights(1, 1);
        setControl(page);
    }

    private void column(TableColumnLayout layout, String heading, int weight) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(heading);
        layout.setColumnData(column, new ColumnWeightData(weight, 60));
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            fill();
        }
        super.setVisible(visible);
    }

    private void fill() {
        drafts = choices.drafts();
        table.removeAll();
        for (TaskDraft draft : drafts) {
            String who = String.join(", ", draft.assignees());
            new TableItem(table, SWT.NONE).setText(new String[] {draft.title(), who.isEmpty() ? "nobody yet" : who});
        }
        setDescription(Ages.many(drafts.size(), "issue") + " will be opened on the forge, one a second. You can stop and go on"
                + " later.");
        List<ColorRow> doubles = choices.doubles();
        setMessage(doubles.isEmpty() ? null : "There are open tasks already for " + doubles.stream().map(ColorRow::name).limit(4)
                .collect(Collectors.joining(", ")) + (doubles.size() > 4 ? " and others." : "."), IMessageProvider.WARNING);
        if (!drafts.isEmpty()) {
            table.setSelection(0);
            preview();
        }
    }

    private void preview() {
        int row = table.getSelectionIndex();
        text.setText(row < 0 ? "" : TaskBlock.visible(drafts.get(row).body()).strip());
    }
}
