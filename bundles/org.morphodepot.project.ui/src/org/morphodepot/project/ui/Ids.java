package org.morphodepot.project.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Widget;

/** Names: of the views and commands of this bundle, and of widgets for style sheets and tests. */
final class Ids {

    static final String BOARD = "org.morphodepot.project.board";
    static final String REVIEWS = "org.morphodepot.project.reviews";
    static final String DIFFERENCE = "org.morphodepot.project.difference";
    static final String NEW_TASKS = "org.morphodepot.project.structures";
    static final String SIGN_IN = "org.morphodepot.tasks.signIn";
    static final String OPEN_SCAN = "org.morphodepot.viewer.ui.open";

    private static final String CSS_ID = "org.eclipse.e4.ui.css.id";
    private static final String CSS_DISABLED = "org.eclipse.e4.ui.css.disabled";

    private Ids() {
    }

    /** Gives a widget a name. */
    static <T extends Widget> T named(String id, T widget) {
        widget.setData(CSS_ID, id);
        return widget;
    }

    /** A check box that keeps its native look: with the background of the light theme GTK draws no tick. */
    static Button check(String id, Composite parent) {
        Button button = named(id, new Button(parent, SWT.CHECK));
        button.setData(CSS_DISABLED, Boolean.TRUE);
        return button;
    }
}
