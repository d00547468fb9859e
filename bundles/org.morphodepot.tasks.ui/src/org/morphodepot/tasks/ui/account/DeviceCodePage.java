package org.morphodepot.tasks.ui.account;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.morphodepot.github.client.DeviceCode;
import org.morphodepot.ui.Ids;

/** Second page of the sign-in: the code that the person types in the browser. */
final class DeviceCodePage {

    private static final int HEIGHT = 60;

    private final Composite page;
    private final Label code;
    private final Button copy;
    private final Label where;
    private DeviceCode shown;

    DeviceCodePage(Composite parent) {
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).equalWidth(true).margins(24, 20).spacing(12, 14).applyTo(page);
        where = new Label(page, SWT.WRAP | SWT.CENTER);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(where);
        code = Ids.named("sign-in-code", new Label(page, SWT.CENTER));
        code.setFont(large());
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(SWT.DEFAULT, HEIGHT).applyTo(code);
        copy = button("sign-in-copy", "&Copy Code");
        copy.addListener(SWT.Selection, e -> copyCode());
        Button open = button("sign-in-open", "&Open the Page");
        open.addListener(SWT.Selection, e -> {
            copyCode();
            Program.launch(shown.page().toString());
        });
        Label waiting = new Label(page, SWT.CENTER);
        waiting.setText("Waiting until you have allowed it in the browser\u2026");
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).indent(0, 16).applyTo(waiting);
        ProgressBar bar = new ProgressBar(page, SWT.INDETERMINATE);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(bar);
    }

    private org.eclipse.swt.graphics.Font large() {
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), page);
        return resources.create(FontDescriptor.createFrom(JFaceResources.getTextFont()).setHeight(32).setStyle(SWT.BOLD));
    }

    private Button button(String id, String text) {
        Button button = Ids.named(id, new Button(page, SWT.PUSH));
        button.setText(text);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        return button;
    }

    Composite control() {
        return page;
    }

    void show(DeviceCode next) {
        shown = next;
        where.setText("Open " + next.page() + " and type this code:");
        code.setText(next.userCode());
        copy.setText("&Copy Code");
        page.layout();
    }

    private void copyCode() {
        Clipboard clipboard = new Clipboard(page.getDisplay());
        try {
            clipboard.setContents(new Object[] {shown.userCode()}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
        copy.setText("Copied");
    }
}
