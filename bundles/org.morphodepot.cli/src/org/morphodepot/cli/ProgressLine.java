package org.morphodepot.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/** One line on a terminal that is written again and again: what, how much, how long. Any thread. */
final class ProgressLine {

    private static final long EVERY_NANOS = 100_000_000;

    private final PrintWriter err;
    private final boolean shown;
    private final long start = System.nanoTime();
    private final ReentrantLock lock = new ReentrantLock();
    private long last;
    private int width;

    ProgressLine(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    void show(long done, long total, String what) {
        if (!shown || !lock.tryLock()) {
            return;
        }
        try {
            long now = System.nanoTime();
            if (now - last >= EVERY_NANOS) {
                last = now;
                draw(text(done, total, what, (now - start) / 1e9));
            }
        } finally {
            lock.unlock();
        }
    }

    static String text(long done, long total, String what, double seconds) {
        if (total <= 0) {
            return what;
        }
        double part = Math.clamp(done / (double) total, 0, 1);
        String text = String.format(Locale.ROOT, "%s %.0f %%", what, Math.floor(100 * part));
        return part > 0.02 && seconds > 2 ? text + ", " + time(seconds * (1 - part) / part) + " left" : text;
    }

    private static String time(double seconds) {
        long s = Math.round(seconds);
        return s < 100 ? s + " s" : s < 6000 ? s / 60 + " min" : s / 3600 + " h " + s / 60 % 60 + " min";
    }

    private void draw(String text) {
        err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        err.flush();
        width = text.length();
    }

    /** Leaves an empty line behind. */
    void clear() {
        lock.lock();
        try {
            if (width > 0) {
                draw("");
                err.print("\r");
                err.flush();
                width = 0;
            }
        } finally {
            lock.unlock();
        }
    }
}
