package org.morphodepot.transfer.ui;

import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.morphodepot.transfer.TransferOrder;
import org.morphodepot.ui.FieldsDialog;
import org.morphodepot.ui.Ids;

/** Asks what to copy and where to. */
final class CopyDialog extends FieldsDialog {

    private static final String PROMPT = "From and to are folders or files of this computer, s3:// addresses, or (from) https://";

    private Text from;
    private Text to;
    private Text limit;
    private Button sync;
    private Button verify;
    private TransferOrder order;

    CopyDialog(Shell parent) {
        super(parent, "Copy Files", PROMPT, "Copy");
    }

    /** What was asked for; after OK. */
    TransferOrder order() {
        return order;
    }

    @Override
    protected int columns() {
        return 4;
    }

    @Override
    protected void fill(Composite area) {
        from = place(area, "copy-from", "&From:", "/scans/skull.zarr, s3://bucket/scans/*.tif …");
        button(area, "File…", () -> new FileDialog(getShell(), SWT.OPEN).open(), from);
        button(area, "Folder…", () -> new DirectoryDialog(getShell(), SWT.OPEN).open(), from);
        to = place(area, "copy-to", "&To:", "/scans/, s3://bucket/scans/?endpoint=https://host …");
        new Label(area, SWT.NONE);
        button(area, "Folder…", () -> new DirectoryDialog(getShell(), SWT.OPEN).open(), to);
        sync = check(area, "&Only files that are missing or newer");
        verify = check(area, "&Compare each copy with what was read");
        limit = place(area, "copy-limit", "&At most (MB/s):", "as fast as it goes");
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(limit);
        from.setFocus();
    }

    private Text place(Composite area, String id, String name, String example) {
        new Label(area, SWT.NONE).setText(name);
        Text text = Ids.named(id, new Text(area, SWT.BORDER));
        text.setMessage(example);
        GridDataFactory.fillDefaults().grab(true, false).hint(420, SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.Modify, _ -> check());
        return text;
    }

    private interface Choice {
        String ask();
    }

    private static void button(Composite area, String name, Choice choice, Text text) {
        Button button = new Button(area, SWT.PUSH);
        button.setText(name);
        GridDataFactory.fillDefaults().applyTo(button);
        button.addListener(SWT.Selection, _ -> {
            String chosen = choice.ask();
            if (chosen != null) {
                text.setText(chosen);
            }
        });
    }

    private static Button check(Composite area, String name) {
        new Label(area, SWT.NONE);
        Button box = new Button(area, SWT.CHECK);
        box.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); // the light theme would hide the tick on GTK
        box.setText(name);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(box);
        return box;
    }

    @Override
    protected boolean isComplete() {
        return !from.getText().isBlank() && !to.getText().isBlank();
    }

    @Override
    protected Optional<String> problem() {
        try {
            read();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private TransferOrder read() {
        return CopyOrder.of(from.getText(), to.getText(), sync.getSelection(), verify.getSelection(), rate());
    }

    private OptionalLong rate() {
        return CopyOrder.rate(limit.getText());
    }

    @Override
    protected void okPressed() {
        order = read();
        super.okPressed();
    }
}
