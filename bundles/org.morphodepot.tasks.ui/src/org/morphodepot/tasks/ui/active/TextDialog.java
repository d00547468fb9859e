package org.morphodepot.tasks.ui.active;

import java.util.Optional;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.morphodepot.ui.Ids;

/** Asks for a few lines in Markdown. */
public final class TextDialog extends Dialog {

    /** What was written, and whether the box below it was ticked. */
    public record Said(String text, boolean ticked) {
    }

    private final String title;
    private final String prompt;
    private final String button;
    private final boolean needed;
    private final Optional<String> box;
    private Text text;
    private Button tick;
    private Said said;

    private TextDialog(Shell parent, String title, String prompt, String button, boolean needed, Optional<String> box) {
        super(parent);
        this.title = title;
        this.prompt = prompt;
        this.button = button;
        this.needed = needed;
        this.box = box;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** Empty when the person thinks better of it. {@code needed}: an empty text is not enough. */
    public static Optional<Said> ask(Shell parent, String title, String prompt, String button, boolean needed) {
        return ask(parent, title, prompt, button, needed, Optional.empty());
    }

    /** @param box a yes-or-no below the text */
    public static Optional<Said> ask(Shell parent, String title, String prompt, String button, boolean needed,
            Optional<String> box) {
        TextDialog dialog = new TextDialog(parent, title, prompt, button, needed, box);
        return dialog.open() == OK ? Optional.of(dialog.said) : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Label label = new Label(area, SWT.WRAP);
        label.setText(prompt);
        GridDataFactory.fillDefaults().hint(440, SWT.DEFAULT).applyTo(label);
        text = Ids.named("said", new Text(area, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL));
        GridDataFactory.fillDefaults().grab(true, true).hint(440, 110).applyTo(text);
        text.addListener(SWT.Modify, e -> update());
        text.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                e.doit = true;
            }
        });
        text.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.CR && e.stateMask == SWT.MOD1 && getButton(IDialogConstants.OK_ID).isEnabled()) {
                e.doit = false;
                okPressed();
            }
        });
        text.setToolTipText("Ctrl+Enter: " + button);
        if (box.isPresent()) {
            tick = Ids.check("said-tick", area);
            tick.setText(box.get());
        }
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Ids.named("say", createButton(parent, IDialogConstants.OK_ID, button, true));
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        update();
    }

    private void update() {
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(!needed || !text.getText().isBlank());
        }
    }

    @Override
    protected void okPressed() {
        said = new Said(text.getText().strip(), tick != null && tick.getSelection());
        super.okPressed();
    }
}
