package org.morphodepot.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Widget;

/** Names of widgets, for style sheets and tests. */
public final class Ids {

    private static final String CSS_ID = "org.eclipse.e4.ui.css.id";
    private static final String CSS_DISABLED = "org.eclipse.e4.ui.css.disabled";

    private Ids() {
    }

    /**
     * Gives a widget a name. Buttons and spinners also keep their native look: the dark theme would paint disabled ones as if
     * they were enabled.
     */
    public static <T extends Widget> T named(String id, T widget) {
        widget.setData(CSS_ID, id);
        return widget instanceof Button || widget instanceof Spinner ? unstyled(widget) : widget;
    }

    /** Keeps the colours that the code gives a widget; themes would paint over them. */
    public static <T extends Widget> T unstyled(T widget) {
        widget.setData(CSS_DISABLED, Boolean.TRUE);
        return widget;
    }

    /** A check box that keeps its native look: with the background of the light theme GTK draws no tick. */
    public static Button check(String id, Composite parent) {
        return unstyled(named(id, new Button(parent, SWT.CHECK)));
    }
}
