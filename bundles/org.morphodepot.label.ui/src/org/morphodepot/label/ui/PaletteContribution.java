package org.morphodepot.label.ui;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.morphodepot.viewer.session.Sessions;

/** Puts the tools into the window's tool bar. */
public final class PaletteContribution extends WorkbenchWindowControlContribution {

    @Override
    protected Control createControl(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        box.setLayout(new FillLayout());
        new PaletteBar(box, PlatformUI.getWorkbench().getService(IEclipseContext.class).get(Sessions.class));
        return box;
    }
}
