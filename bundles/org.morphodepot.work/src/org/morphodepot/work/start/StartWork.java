package org.morphodepot.work.start;

import org.morphodepot.volume.Progress;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.WorkException;

/** From a task to a folder in which the active account can paint. */
public final class StartWork {

    private StartWork() {
    }

    /** Starts a task, or goes on with one; works offline when everything is here already. */
    public static Assignment on(Desk desk, TaskRef task, Progress progress) throws WorkException {
        throw new UnsupportedOperationException();
    }
}
