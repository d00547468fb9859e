package org.morphodepot.ui;

import java.io.IOException;
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

/**
 * Runs a use case in the background with progress and cancel, and brings its outcome to the UI thread: exactly one of done,
 * failed (with one line for people) and stopped.
 */
public final class Background<T> extends Job {

    /** What is done in the background. */
    @FunctionalInterface
    public interface UseCase<T> {
        T run(Progress progress) throws IOException;
    }

    private final UseCase<T> useCase;
    private final Consumer<T> done;
    private final Consumer<IOException> failed;
    private final Runnable stopped;
    private final Display display = PlatformUI.getWorkbench().getDisplay();

    private Background(String name, UseCase<T> useCase, Consumer<T> done, Consumer<IOException> failed, Runnable stopped) {
        super(name);
        this.useCase = useCase;
        this.done = done;
        this.failed = failed;
        this.stopped = stopped;
    }

    /** Something the person asked for and waits for. */
    public static <T> Background<T> asked(String name, UseCase<T> useCase, Consumer<T> done, Consumer<IOException> failed) {
        return asked(name, useCase, done, failed, () -> { });
    }

    /** The same, where a cancel leaves something to be put right. */
    public static <T> Background<T> asked(String name, UseCase<T> useCase, Consumer<T> done, Consumer<IOException> failed,
            Runnable stopped) {
        Background<T> job = new Background<>(name, useCase, done, failed, stopped);
        job.setPriority(INTERACTIVE);
        job.schedule();
        return job;
    }

    /** Something nobody waits for: it does not show in the Progress view unless asked. */
    public static <T> Background<T> quietly(String name, UseCase<T> useCase, Consumer<T> done, Consumer<IOException> failed) {
        Background<T> job = new Background<>(name, useCase, done, failed, () -> { });
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
            return cancelled();
        } catch (IOException e) {
            if (monitor.isCanceled()) {
                return cancelled();
            }
            ILog.of(Background.class).warn(getName() + ": " + e.getMessage(), e);
            tell(() -> failed.accept(e));
        } catch (RuntimeException | OutOfMemoryError e) {
            ILog.of(Background.class).error(getName(), e);
            tell(() -> failed.accept(new IOException("Something unexpected happened (" + e.getClass().getSimpleName()
                    + "); the error log says more.", e)));
        }
        return Status.OK_STATUS;
    }

    private IStatus cancelled() {
        tell(stopped);
        return Status.CANCEL_STATUS;
    }

    private void tell(Runnable news) {
        if (!display.isDisposed()) {
            display.asyncExec(news);
        }
    }
}
