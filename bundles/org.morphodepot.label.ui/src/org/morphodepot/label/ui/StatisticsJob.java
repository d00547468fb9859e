package org.morphodepot.label.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.morphodepot.label.statistics.LiveStatistics;
import org.morphodepot.label.statistics.SegmentStatistics;
import org.morphodepot.label.tool.Intensities;
import org.morphodepot.ui.MonitorProgress;
import org.morphodepot.viewer.session.Session;

/** Measures what changed since the last time, in the background, with progress and cancel. */
final class StatisticsJob extends Job {

    private final Session session;
    private final LiveStatistics statistics;
    private final boolean values;
    private volatile Outcome outcome = new Outcome.Cancelled();

    /** How measuring ended. */
    sealed interface Outcome {

        /** All is measured. */
        record Measured(List<SegmentStatistics> statistics) implements Outcome {
        }

        /** The user does not want to wait. */
        record Cancelled() implements Outcome {
        }

        /** For people: why not. */
        record Failed(String reason) implements Outcome {
        }
    }

    /** @param done told once, on any thread, also when the job never ran */
    StatisticsJob(Session session, LiveStatistics statistics, boolean values, Consumer<Outcome> done) {
        super("Measuring the segments of " + session.name());
        this.session = session;
        this.statistics = statistics;
        this.values = values;
        setPriority(DECORATE);
        addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                done.accept(outcome);
            }
        });
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        outcome = measure(monitor);
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    private Outcome measure(IProgressMonitor monitor) {
        try {
            Optional<Intensities> scan = values ? Optional.of(session.intensities()) : Optional.empty();
            return new Outcome.Measured(statistics.update(session.labelling().current(), scan,
                    new MonitorProgress(getName(), monitor)));
        } catch (CancellationException e) {
            return new Outcome.Cancelled();
        } catch (Exception e) {
            ILog.of(StatisticsJob.class).error("Measuring segments", e);
            return new Outcome.Failed(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }
}
