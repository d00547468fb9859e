package org.morphodepot.tasks.ui;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.WorkException;

/**
 * Runs a use case in the background with progress and cancel, and brings its outcome to the UI thread. A cancelled use case
 * has no outcome.
 */
public final class WorkJob<T> extends Job {

    /** What is done in the background. */
    @FunctionalInterface
    public interface UseCase<T> {
        T run(Progress progress) throws WorkException;
    }

    private final UseCase<T> useCase;
    private final Consumer<T> done;
    private final Consumer<WorkException> failed;
    private final Display display = PlatformUI.getWorkbench().getDisplay();

    private WorkJob(String name, UseCase<T> useCase, Consumer<T> done, Consumer<WorkException> failed) {
        super(name);
        this.useCase = useCase;
        this.done = done;
        this.failed = failed;
    }

    /** Something the person asked for: failures are told in a dialog. */
    public static <T> WorkJob<T> asked(String name, UseCase<T> useCase, Consumer<T> done) {
        return begun(name, useCase, done, failure -> Failures.show(name, failure));
    }

    /** The same with another way to tell failures. */
    public static <T> WorkJob<T> begun(String name, UseCase<T> useCase, Consumer<T> done, Consumer<WorkException> failed) {
        WorkJob<T> job = new WorkJob<>(name, useCase, done, failed);
        job.setPriority(INTERACTIVE);
        job.schedule();
        return job;
    }

    /** Something nobody waits for: it does not show in the progress view unless asked. */
    public static <T> WorkJob<T> quietly(String name, UseCase<T> useCase, Consumer<T> done, Consumer<WorkException> failed) {
        WorkJob<T> job = new WorkJob<>(name, useCase, done, failed);
        job.setSystem(true);
        job.schedule();
        return job;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            T result = useCase.run(new MonitorProgress(getName(), monitor));
            tell(() -> done.accept(result));
            return Status.OK_STATUS;
        } catch (CancellationException _) {
            return Status.CANCEL_STATUS;
        } catch (WorkException e) {
            if (e.is(WorkException.Kind.CANCELLED)) {
                return Status.CANCEL_STATUS;
            }
            ILog.of(WorkJob.class).warn(getName() + ": " + e.getMessage(), e);
            tell(() -> failed.accept(e));
        } catch (RuntimeException | OutOfMemoryError e) {
            ILog.of(WorkJob.class).error(getName(), e);
            WorkException told = new WorkException(WorkException.Kind.BROKEN,
                    "Something unexpected happened (" + e.getClass().getSimpleName() + "); the error log says more.", e);
            tell(() -> failed.accept(told));
        }
        return Status.OK_STATUS;
    }

    private void tell(Runnable news) {
        if (!display.isDisposed()) {
            display.asyncExec(news);
        }
    }
}
