package org.morphodepot.label.ui;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.DisplayRange;

/** Contrast and brightness by numbers: the intensities shown as black and as white. UI thread only. */
final class DisplayControls {

    private static final String AUTO = "org.morphodepot.viewer.ui.autoWindow";

    private final Session session;
    private final RangeField window;

    DisplayControls(Composite parent, Session session) {
        this.session = session;
        Composite box = new Composite(parent, SWT.NONE);
        box.setLayout(OptionControls.compact(new GridLayout(2, false)));
        box.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        Label title = new Label(box, SWT.NONE);
        title.setText("Window");
        title.setToolTipText("The intensities shown as black and as white");
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        Button auto = new Button(box, SWT.PUSH);
        auto.setText("Auto");
        auto.setToolTipText("Sets contrast and brightness from the values of the scan (Ctrl+J)");
        auto.setData("org.eclipse.e4.ui.css.id", "window-auto");
        auto.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false));
        auto.addListener(SWT.Selection, e -> auto());
        window = new RangeField(box, limits(), range -> session.update(view -> view.withRange(range)));
        window.control().setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        window.control().setData("org.eclipse.e4.ui.css.id", "window-range");
        show();
    }

    /** Shows the window as it is now, for instance after it was dragged in a slice. */
    void show() {
        window.show(session.view().range());
    }

    /** What the scan holds, and at least what is shown. */
    private DisplayRange limits() {
        DisplayRange values = session.intensities().range();
        DisplayRange shown = session.view().range();
        return new DisplayRange(Math.min(values.low(), shown.low()), Math.max(values.high(), shown.high()));
    }

    private static void auto() {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(AUTO, null);
        } catch (CommandException e) {
            ILog.of(DisplayControls.class).warn("The window cannot be set by itself just now", e);
        }
    }
}
