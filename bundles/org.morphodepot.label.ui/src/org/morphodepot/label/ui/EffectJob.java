package org.morphodepot.label.ui;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.ToolEntry;
import org.morphodepot.volume.Progress;

/** Applies an effect in the background, with progress and cancel in the Progress view. */
final class EffectJob extends Job {

    private final Session session;
    private final ToolEntry tool;

    EffectJob(Session session, ToolEntry tool) {
        super(tool.label());
        this.session = session;
        this.tool = tool;
        setUser(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            session.toolbox().apply(tool, new MonitorProgress(SubMonitor.convert(monitor, 1000))).join();
            return Status.OK_STATUS;
        } catch (CancellationException e) {
            return Status.CANCEL_STATUS;
        } catch (CompletionException e) {
            // the session told its listeners, which show the message; here only the job ends
            return Status.CANCEL_STATUS;
        }
    }

    private static final class MonitorProgress implements Progress {

        private final SubMonitor monitor;
        private int worked;

        MonitorProgress(SubMonitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public synchronized void report(long done, long total, String what) {
            monitor.subTask(what);
            int now = total <= 0 ? worked : (int) Math.min(1000, done * 1000 / total);
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
}
