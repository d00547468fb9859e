package org.morphodepot.viewer.ui;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.morphodepot.volume.Address;

/** Asks for the address of a scan on a server, offering those opened before. */
final class AddressDialog extends TitleAreaDialog {

    private static final String PROMPT = "Enter an https:// or s3:// address, or a path";

    private Combo combo;
    private String address = "";

    AddressDialog(Shell parent) {
        super(parent);
    }

    /** What was entered. */
    String address() {
        return address;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Open Address");
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle("Open a Scan From an Address");
        setMessage(PROMPT);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).applyTo(area);
        new Label(area, SWT.NONE).setText("&Address:");
        combo = new Combo(area, SWT.DROP_DOWN);
        GridDataFactory.fillDefaults().grab(true, false).hint(480, SWT.DEFAULT).applyTo(combo);
        RecentScans.all().forEach(recent -> combo.add(recent.toString()));
        combo.addListener(SWT.Modify, _ -> check());
        Label example = new Label(area, SWT.WRAP);
        example.setText("On another S3 server than Amazon's: "
                + "s3://bucket/skull.ome.zarr?endpoint=https://host&&anonymous=true");
        GridDataFactory.fillDefaults().span(2, 1).hint(480, SWT.DEFAULT).applyTo(example);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Open", true).setEnabled(false);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        combo.setFocus();
    }

    private void check() {
        address = combo.getText().strip();
        String problem = problem(address);
        setErrorMessage(address.isEmpty() ? null : problem);
        getButton(IDialogConstants.OK_ID).setEnabled(problem == null);
    }

    /** What is wrong with a text, or null. */
    static String problem(String text) {
        if (text.isEmpty()) {
            return PROMPT;
        }
        try {
            Address parsed = Address.of(text);
            return switch (parsed.uri().getScheme()) {
                case "file", "http", "https", "s3" -> null;
                default -> "Addresses begin with https:// or s3://";
            };
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }
}
