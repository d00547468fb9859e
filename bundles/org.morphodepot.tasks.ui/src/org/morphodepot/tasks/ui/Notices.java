package org.morphodepot.tasks.ui;

import java.time.Duration;

import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** News in the lower left corner of the window that take no focus and go by themselves. */
public final class Notices {

    private static final Duration SHOWN = Duration.ofSeconds(7);
    private static final int WIDTH = 46;
    /** Above the status line, and at the left, where nothing is pressed: the right has Finish and the account menu; pixels. */
    private static final int ABOVE = 40;

    private Notices() {
    }

    /** Shows a line of news. Any thread. */
    public static void show(String title, String text) {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> {
            if (PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0) {
                NotificationPopup popup = NotificationPopup.forDisplay(display).title(title, true)
                        .content(parent -> label(parent, text)).delay(SHOWN.toMillis()).build();
                popup.open();
                place(popup.getShell(), PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell());
            }
        });
    }

    private static void place(Shell notice, Shell window) {
        if (notice != null && !notice.isDisposed()) {
            Rectangle room = window.getBounds();
            Point size = notice.getSize();
            notice.setLocation(room.x + 10, room.y + room.height - size.y - ABOVE);
        }
    }

    private static Composite label(Composite parent, String text) {
        Composite box = new Composite(parent, SWT.NONE);
        box.setLayout(inside());
        new Label(box, SWT.WRAP).setText(wrapped(text));
        return box;
    }

    private static FillLayout inside() {
        FillLayout layout = new FillLayout();
        layout.marginWidth = 6;
        layout.marginHeight = 4;
        return layout;
    }

    /** The popup does not wrap by itself. */
    static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int used = 0;
        for (String word : text.split("\\s+")) {
            boolean fits = used + word.length() < WIDTH;
            lines.append(used == 0 ? "" : fits ? " " : "\n").append(word);
            used = fits ? used + word.length() + 1 : word.length();
        }
        return lines.toString();
    }
}
