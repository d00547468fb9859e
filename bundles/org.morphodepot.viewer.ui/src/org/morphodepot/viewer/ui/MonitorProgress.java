package org.morphodepot.viewer.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.morphodepot.volume.Progress;

/** Shows progress in the Progress view, and takes Cancel from there. */
final class MonitorProgress implements Progress {

    private static final int STEPS = 1000;

    private final SubMonitor monitor;
    private int worked;

    MonitorProgress(String name, IProgressMonitor monitor) {
        this.monitor = SubMonitor.convert(monitor, name, STEPS);
    }

    @Override
    public synchronized void report(long done, long total, String what) {
        monitor.subTask(what);
        int now = total <= 0 ? worked : (int) (STEPS * Math.clamp((double) done / total, 0, 1));
        if (now > worked) {
            monitor.worked(now - worked);
            worked = now;
        }
    }

    @Override
    public boolean cancelled() {
        return monitor.isCanceled();
    }
}
