package org.morphodepot.mylyn;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.morphodepot.volume.Progress;

/** Our progress as the platform's. */
final class ProgressMonitor extends NullProgressMonitor {

    private final Progress progress;

    ProgressMonitor(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void subTask(String name) {
        progress.report(0, -1, name);
    }

    @Override
    public boolean isCanceled() {
        return progress.cancelled() || super.isCanceled();
    }
}
