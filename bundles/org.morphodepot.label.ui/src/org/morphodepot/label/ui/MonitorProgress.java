package org.morphodepot.label.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.morphodepot.volume.Progress;

/** Shows the progress of our work in the workbench, and passes on its cancel. */
final class MonitorProgress implements Progress {

    private static final int WHOLE = 1000;

    private final SubMonitor monitor;
    private int worked;

    MonitorProgress(IProgressMonitor monitor) {
        this.monitor = SubMonitor.convert(monitor, WHOLE);
    }

    @Override
    public synchronized void report(long done, long total, String what) {
        monitor.subTask(what);
        int now = total <= 0 ? worked : (int) Math.min(WHOLE, done * WHOLE / total);
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
