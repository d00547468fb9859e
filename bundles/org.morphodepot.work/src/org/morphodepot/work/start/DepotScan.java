package org.morphodepot.work.start;

import java.io.IOException;
import java.util.List;

import org.morphodepot.git.CommitId;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;

/** The scan of a depot for who looks at it without a task of their own, such as its director. */
public final class DepotScan {

    private DepotScan() {
    }

    /**
     * Where the scan is opened from, as for somebody who starts the task; it is fetched when it must be. Blocks.
     *
     * @param main newest commit of the depot that the clone has
     * @param notes gets what the person should know
     */
    public static Address of(Desk desk, TaskRef task, WorkFolder clone, CommitId main, List<String> notes, Progress progress)
            throws IOException {
        return new ScanSource(desk, task, progress, notes).get(clone, main);
    }
}
