package org.morphodepot.tasks.ui;

import java.time.Duration;

import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;

/** News in the corner of the screen that take no focus and go by themselves. */
public final class Notices {

    private static final Duration SHOWN = Duration.ofSeconds(7);
    private static final int WIDTH = 46;

    private Notices() {
    }

    /** Shows a line of news. Any thread. */
    public static void show(String title, String text) {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> {
            if (display.getActiveShell() != null || PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0) {
                NotificationPopup.forDisplay(display).title(title, true).content(parent -> label(parent, text))
                        .delay(SHOWN.toMillis()).open();
            }
        });
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
