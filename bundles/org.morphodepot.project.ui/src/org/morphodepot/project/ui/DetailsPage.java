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
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.morphodepot.ui.Ids;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.VoxelBox;

/** Second page of the wizard: one task or many, where in the scan, until when, and what else to say. */
final class DetailsPage extends WizardPage {

    private static final int SIDE = 128;

    private final TaskChoices choices;
    private final Optional<Session> session;
    private Button boxed;
    private Spinner side;
    private Label where;
    private Button dated;
    private DateTime day;

    /** @param session whose crosshair can say where to work */
    DetailsPage(TaskChoices choices, Optional<Session> session) {
        super("details", "Where, until when, and what else?", null);
        this.choices = choices;
        this.session = session;
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
        region(page);
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

    private void region(Composite page) {
        boxed = Ids.check("tasks-region", page);
        boxed.setText("Only around the crosshair" + session.map(scan -> " in " + scan.scan().address().name()).orElse("")
                + ", voxels each way:");
        boxed.setEnabled(session.isPresent());
        boxed.setToolTipText(session.isPresent() ? "A box of the scan to work in" : "Open the scan and put the crosshair first");
        GridDataFactory.fillDefaults().indent(0, 8).applyTo(boxed);
        side = Ids.named("tasks-region-side", new Spinner(page, SWT.BORDER));
        side.setValues(SIDE, 8, 100_000, 0, 16, 128);
        side.setEnabled(session.isPresent());
        where = Ids.named("tasks-region-box", new Label(page, SWT.NONE));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(where);
        boxed.addListener(SWT.Selection, _ -> regionChanged());
        side.addListener(SWT.Selection, _ -> regionChanged());
    }

    private void regionChanged() {
        Optional<VoxelBox> box = session.filter(_ -> boxed.getSelection()).map(this::around);
        choices.region(box);
        where.setText(box.map(b -> "i " + b.x0() + "–" + (b.x1() - 1) + ", j " + b.y0() + "–" + (b.y1() - 1)
                + ", k " + b.z0() + "–" + (b.z1() - 1)).orElse(""));
    }

    private VoxelBox around(Session scan) {
        return VoxelBox.at(scan.view().crosshair()).grow(side.getSelection() / 2).intersect(scan.scan().size().box());
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
