package org.morphodepot.project.ui;

import java.time.LocalDate;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.morphodepot.ui.Ids;

/** Second page of the wizard: one task or many, until when, and what else to say. */
final class DetailsPage extends WizardPage {

    private final TaskChoices choices;
    private Button dated;
    private DateTime day;

    DetailsPage(TaskChoices choices) {
        super("details", "Until when, and what else?", null);
        this.choices = choices;
        setDescription("All of this is optional, and the same for all tasks made now.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(page);
        Button each = radio(page, "tasks-each", "One task for each structure", true);
        Button together = radio(page, "tasks-together", "One task for all of them", false);
        each.addListener(SWT.Selection, _ -> choices.together(together.getSelection()));
        together.addListener(SWT.Selection, _ -> choices.together(together.getSelection()));
        due(page);
        Label label = new Label(page, SWT.NONE);
        label.setText("Instructions, in Markdown");
        GridDataFactory.fillDefaults().span(3, 1).indent(0, 8).applyTo(label);
        Text text = Ids.named("tasks-instructions", new Text(page, SWT.MULTI | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL));
        text.setMessage("Such as: work from front to back; leave the orbit out.");
        GridDataFactory.fillDefaults().grab(true, true).span(3, 1).hint(400, 90).applyTo(text);
        text.addListener(SWT.Modify, _ -> choices.instructions(text.getText()));
        setControl(page);
    }

    private static Button radio(Composite page, String id, String text, boolean chosen) {
        Button button = Ids.named(id, new Button(page, SWT.RADIO));
        button.setText(text);
        button.setSelection(chosen);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(button);
        return button;
    }

    private void due(Composite page) {
        dated = Ids.check("tasks-dated", page);
        dated.setText("Due on");
        day = Ids.named("tasks-due", new DateTime(page, SWT.DATE | SWT.DROP_DOWN));
        LocalDate soon = LocalDate.now().plusDays(14);
        day.setDate(soon.getYear(), soon.getMonthValue() - 1, soon.getDayOfMonth());
        GridDataFactory.fillDefaults().span(2, 1).align(SWT.BEGINNING, SWT.CENTER).applyTo(day);
        dated.addListener(SWT.Selection, _ -> dueChanged());
        day.setEnabled(false);
        day.addListener(SWT.Selection, _ -> dueChanged());
    }

    private void dueChanged() {
        day.setEnabled(dated.getSelection());
        choices.due(dated.getSelection() ? Optional.of(LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDay()))
                : Optional.empty());
    }
}
