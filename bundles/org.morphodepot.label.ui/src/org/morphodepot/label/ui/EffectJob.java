package org.morphodepot.label.ui;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.morphodepot.ui.MonitorProgress;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.ToolEntry;

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
            session.toolbox().apply(tool, new MonitorProgress(getName(), monitor)).join();
            return Status.OK_STATUS;
        } catch (CancellationException e) {
            return Status.CANCEL_STATUS;
        } catch (CompletionException e) {
            // the session told its listeners, which show the message; here only the job ends
            return Status.CANCEL_STATUS;
        }
    }
}
