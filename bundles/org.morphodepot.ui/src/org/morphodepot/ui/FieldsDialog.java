package org.morphodepot.ui;

import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/**
 * A dialog with a sentence on top and a few fields, whose first button is named for what it does and is enabled when the
 * fields are filled in well. UI thread only.
 */
public abstract class FieldsDialog extends TitleAreaDialog {

    private final String title;
    private final String prompt;
    private final String action;

    /** {@code prompt} says what to enter, {@code action} is the name of the first button. */
    protected FieldsDialog(Shell parent, String title, String prompt, String action) {
        super(parent);
        this.title = title;
        this.prompt = prompt;
        this.action = action;
    }

    /** Makes the fields in an area with that many columns, and gives the first one the focus. */
    protected abstract void fill(Composite area);

    /** How many columns the fields take. */
    protected abstract int columns();

    /** Whether enough is entered to judge it. */
    protected abstract boolean isComplete();

    /** What is wrong with what was entered, in a sentence. */
    protected abstract Optional<String> problem();

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(title);
        setMessage(prompt);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults().numColumns(columns()).margins(12, 12).applyTo(area);
        fill(area);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, action, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        check();
    }

    /** To be called after each change of a field. */
    protected final void check() {
        if (getButton(IDialogConstants.OK_ID) == null) {
            return; // a field was filled in before the buttons are there
        }
        Optional<String> problem = isComplete() ? problem() : Optional.empty();
        setErrorMessage(problem.orElse(null));
        getButton(IDialogConstants.OK_ID).setEnabled(isComplete() && problem.isEmpty());
    }
}
