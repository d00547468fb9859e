package org.morphodepot.app;

import java.io.IOException;
import java.net.URL;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;

/** On Linux, the style sheet {@code gtk.css} for what the themes of the platform cannot say. */
final class GtkStyle {

    /** Read by SWT when it opens the display. */
    private static final String FILE = "org.eclipse.swt.internal.gtk.cssFile";

    private GtkStyle() {
    }

    /** To be called before there is a display. A file that somebody names at the command line counts. */
    static void prepare() {
        URL sheet = GtkStyle.class.getResource("/gtk.css");
        if (Platform.WS_GTK.equals(Platform.getWS()) && System.getProperty(FILE) == null && sheet != null) {
            try {
                System.setProperty(FILE, FileLocator.toFileURL(sheet).getPath());
            } catch (IOException e) {
                ILog.of(GtkStyle.class).warn("Disabled buttons look enabled in the dark theme", e);
            }
        }
    }
}
