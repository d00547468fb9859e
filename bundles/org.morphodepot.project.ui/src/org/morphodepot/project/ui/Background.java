package org.morphodepot.project.ui;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.WorkException;

/** Runs a use case in the background with progress and cancel, and brings its outcome to the UI thread. */
final class Background<T> extends Job {

    /** What is done in the background. */
    @FunctionalInterface
    interface UseCase<T> {
        T run(Progress progress) throws WorkException;
    }

    private final UseCase<T> useCase;
    private final Consumer<T> done;
    private final Consumer<WorkException> failed;
    private final Display display = PlatformUI.getWorkbench().getDisplay();

    private Background(String name, UseCase<T> useCase, Consumer<T> done, Consumer<WorkException> failed) {
        super(name);
        this.useCase = useCase;
        this.done = done;
        this.failed = failed;
    }

    /** Something the person asked for and waits for. {@code failed} also hears of a cancel. */
    static <T> void asked(String name, UseCase<T> useCase, Consumer<T> done, Consumer<WorkException> failed) {
        Background<T> job = new Background<>(name, useCase, done, failed);
        job.setPriority(INTERACTIVE);
        job.schedule();
    }

    /** Something nobody waits for. */
    static <T> void quietly(String name, UseCase<T> useCase, Consumer<T> done, Consumer<WorkException> failed) {
        Background<T> job = new Background<>(name, useCase, done, failed);
        job.setSystem(true);
        job.schedule();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            T result = useCase.run(progress(getName(), monitor));
            tell(() -> done.accept(result));
        } catch (CancellationException e) {
            tell(() -> failed.accept(WorkException.of(e)));
            return Status.CANCEL_STATUS;
        } catch (WorkException e) {
            tell(() -> failed.accept(e));
            return e.is(WorkException.Kind.CANCELLED) ? Status.CANCEL_STATUS : Status.OK_STATUS;
        } catch (RuntimeException | OutOfMemoryError e) {
            ILog.of(Background.class).error(getName(), e);
            tell(() -> failed.accept(new WorkException(WorkException.Kind.BROKEN,
                    "Something unexpected happened; the error log says more.", e)));
        }
        return Status.OK_STATUS;
    }

    private void tell(Runnable news) {
        if (!display.isDisposed()) {
            display.asyncExec(news);
        }
    }

    /** A use case's progress shown by a monitor. */
    static Progress progress(String name, IProgressMonitor monitor) {
        SubMonitor ticks = SubMonitor.convert(monitor, name, 1000);
        return new Progress() {
            @Override
            public synchronized void report(long done, long total, String what) {
                ticks.subTask(what);
                ticks.setWorkRemaining(1000).worked(20);
            }

            @Override
            public boolean cancelled() {
                return monitor.isCanceled();
            }
        };
    }
}
