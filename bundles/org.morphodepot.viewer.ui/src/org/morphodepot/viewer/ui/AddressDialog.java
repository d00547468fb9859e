package org.morphodepot.viewer.ui;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.morphodepot.ui.FieldsDialog;
import org.morphodepot.volume.Address;

/** Asks for the address of a scan on a server, offering those opened before. */
final class AddressDialog extends FieldsDialog {

    private static final String PROMPT = "Enter an https:// or s3:// address, or a path";

    private Combo combo;
    private String address = "";

    AddressDialog(Shell parent) {
        super(parent, "Open a Scan From an Address", PROMPT, "Open");
    }

    /** What was entered. */
    String address() {
        return address;
    }

    @Override
    protected int columns() {
        return 2;
    }

    @Override
    protected void fill(Composite area) {
        new Label(area, SWT.NONE).setText("&Address:");
        combo = new Combo(area, SWT.DROP_DOWN);
        GridDataFactory.fillDefaults().grab(true, false).hint(480, SWT.DEFAULT).applyTo(combo);
        RecentScans.all().forEach(recent -> combo.add(recent.toString()));
        combo.addListener(SWT.Modify, _ -> {
            address = combo.getText().strip();
            check();
        });
        Label example = new Label(area, SWT.WRAP);
        example.setText("On another S3 server than Amazon's: "
                + "s3://bucket/skull.ome.zarr?endpoint=https://host&&anonymous=true");
        GridDataFactory.fillDefaults().span(2, 1).hint(480, SWT.DEFAULT).applyTo(example);
        combo.setFocus();
    }

    @Override
    protected boolean isComplete() {
        return !address.isEmpty();
    }

    @Override
    protected Optional<String> problem() {
        return Optional.ofNullable(problem(address));
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
