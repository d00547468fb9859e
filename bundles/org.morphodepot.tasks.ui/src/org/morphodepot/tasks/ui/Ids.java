package org.morphodepot.tasks.ui;

import org.eclipse.swt.widgets.Widget;

/** Names of widgets, for style sheets and tests. */
public final class Ids {

    private static final String CSS_ID = "org.eclipse.e4.ui.css.id";

    private Ids() {
    }

    /** Gives a widget a name. */
    public static <T extends Widget> T named(String id, T widget) {
        widget.setData(CSS_ID, id);
        return widget;
    }
}
