package org.morphodepot.tasks.ui.active;

import java.time.Duration;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.morphodepot.volume.Progress;

/** Looks now and then whether something has waited too long to be saved. */
final class AutoSave extends Job {

    static final Duration LOOK = Duration.ofSeconds(20);

    private final Checkpoints checkpoints;

    AutoSave(Checkpoints checkpoints) {
        super("Save tasks by itself");
        this.checkpoints = checkpoints;
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        checkpoints.saveWhatWaits(Progress.NONE);
        schedule(LOOK.toMillis());
        return Status.OK_STATUS;
    }
}
