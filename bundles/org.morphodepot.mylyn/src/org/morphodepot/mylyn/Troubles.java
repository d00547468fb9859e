package org.morphodepot.mylyn;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.WorkException;

/** Our failures and progress in the words of the platform. */
final class Troubles {

    static final String BUNDLE = "org.morphodepot.mylyn";

    private Troubles() {
    }

    static IStatus status(WorkException failure) {
        return failure.is(WorkException.Kind.CANCELLED) ? Status.CANCEL_STATUS
                : new Status(IStatus.WARNING, BUNDLE, failure.getMessage(), failure);
    }

    static IStatus status(String trouble) {
        return new Status(IStatus.WARNING, BUNDLE, trouble);
    }

    static CoreException core(WorkException failure) {
        return new CoreException(status(failure));
    }

    static Progress progress(IProgressMonitor monitor) {
        IProgressMonitor watched = monitor == null ? new NullProgressMonitor() : monitor;
        return new Progress() {
            @Override
            public void report(long done, long total, String what) {
                watched.subTask(what);
            }

            @Override
            public boolean cancelled() {
                return watched.isCanceled();
            }
        };
    }
}
