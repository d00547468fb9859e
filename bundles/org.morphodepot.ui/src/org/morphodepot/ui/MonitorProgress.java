package org.morphodepot.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.morphodepot.volume.Progress;

/**
 * Shows the progress of a use case in the Progress view, and takes Cancel from there. Any number of steps: where one begins
 * again it shares what is left of the bar, and where no total is known the bar creeps. Any thread.
 */
public final class MonitorProgress implements Progress {

    private static final int STEPS = 1000;
    private static final int CREEP = 20;

    private final SubMonitor monitor;
    private int worked;

    public MonitorProgress(String name, IProgressMonitor monitor) {
        this.monitor = SubMonitor.convert(monitor, name, STEPS);
    }

    @Override
    public synchronized void report(long done, long total, String what) {
        if (total <= 0) {
            monitor.subTask(what);
            monitor.setWorkRemaining(STEPS).worked(CREEP);
            worked = 0;
            return;
        }
        double part = Math.clamp((double) done / total, 0, 1);
        monitor.subTask(what + " (" + Math.round(100 * part) + " %)");
        move((int) (STEPS * part));
    }

    private void move(int now) {
        if (now < worked) {
            monitor.setWorkRemaining(STEPS);
            worked = 0;
        }
        monitor.worked(now - worked);
        worked = now;
    }

    @Override
    public boolean cancelled() {
        return monitor.isCanceled();
    }
}
