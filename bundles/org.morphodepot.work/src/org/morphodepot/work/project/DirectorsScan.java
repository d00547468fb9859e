package org.morphodepot.work.project;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;

import org.morphodepot.github.RepoName;
import org.morphodepot.github.Repository;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.Watching;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.start.DepotScan;

/** The scan of a depot for its director, who has no task. */
public final class DirectorsScan {

    private DirectorsScan() {
    }

    /** Where it is opened from; fetched when it cannot be streamed. Blocks. */
    public static Address of(Desk desk, Account account, RepoName depot, Progress progress) throws WorkException {
        try {
            Repository repository = desk.github(account).watched(Watching.github(progress)).repositories().get(depot);
            TaskRef any = new TaskRef(account.forge(), depot, 1);
            return new DepotClone(desk, account, depot, progress).use(opened -> DepotScan.of(desk, any, opened.work(),
                    opened.newest(repository.defaultBranch()), new ArrayList<>(), progress));
        } catch (CancellationException e) {
            throw WorkException.of(e);
        } catch (IOException e) {
            throw WorkException.of(e);
        }
    }
}
