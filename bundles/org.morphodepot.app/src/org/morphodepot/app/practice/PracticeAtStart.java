package org.morphodepot.app.practice;

import java.io.IOException;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IStartup;

/** Where somebody practised before, the forge serves again, so that tasks and what waits to be sent find it. */
public final class PracticeAtStart implements IStartup {

    @Override
    public void earlyStartup() {
        if (!Practice.forge().wasUsed()) {
            return;
        }
        Job job = Job.create("Start the practice forge", (IJobFunction) _ -> {
            try {
                Practice.forge().start();
            } catch (IOException e) {
                ILog.of(PracticeAtStart.class).warn("The practice forge could not be started", e);
            }
            return Status.OK_STATUS;
        });
        job.setSystem(true);
        job.schedule();
    }
}
