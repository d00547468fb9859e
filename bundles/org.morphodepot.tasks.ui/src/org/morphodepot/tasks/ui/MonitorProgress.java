package org.morphodepot.tasks.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.morphodepot.volume.Progress;

/** Shows the progress of a use case in the Progress view, and takes Cancel from there. Any number of steps. */
final class MonitorProgress implements Progress {

    private static final int PART = 20;

    private final SubMonitor monitor;

    MonitorProgress(String name, IProgressMonitor monitor) {
        this.monitor = SubMonitor.convert(monitor, name, 1000);
    }

    @Override
    public synchronized void report(long done, long total, String what) {
        monitor.subTask(total > 0 ? what + " (" + Math.clamp(100 * done / total, 0, 100) + " %)" : what);
        monitor.setWorkRemaining(1000).worked(PART);
    }

    @Override
    public boolean cancelled() {
        return monitor.isCanceled();
    }
}
