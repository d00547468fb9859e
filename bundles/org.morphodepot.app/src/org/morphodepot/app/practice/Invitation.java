package org.morphodepot.app.practice;

import java.time.Duration;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;

/** Offers the practice depot to somebody new, in the corner of the screen, without taking the focus. */
public final class Invitation {

    private static final Duration SHOWN = Duration.ofSeconds(45);

    private Invitation() {
    }

    /** UI thread. */
    public static void show(Display display) {
        NotificationPopup.forDisplay(display).title("New here?", true).content(Invitation::content)
                .delay(SHOWN.toMillis()).open();
    }

    private static Control content(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(box);
        new Label(box, SWT.NONE).setText("The Practice Depot leads through a whole course\n"
                + "on this computer. It needs no account.");
        Link link = new Link(box, SWT.NONE);
        link.setText("<a>Begin</a>   (later: Help > Practice Depot)");
        link.addListener(SWT.Selection, e -> {
            Shell popup = box.getShell();
            Practice.setUp();
            popup.close();
        });
        return box;
    }
}
