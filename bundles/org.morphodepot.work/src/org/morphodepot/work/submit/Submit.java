package org.morphodepot.work.submit;

import java.util.List;

import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.start.Assignment;

/** Shows work to the director. What needs the network goes into the desk's queue and is done once, now or later. */
public final class Submit {

    private Submit() {
    }

    public static Submit at(Desk desk) {
        return new Submit();
    }

    /** Sends what was committed, and makes sure that the draft pull request is there. Returns at once. */
    public void submit(Assignment assignment) throws WorkException {
        throw new UnsupportedOperationException();
    }

    /** Submits, and says that it is ready; an empty comment is left out. Returns at once. */
    public void askForReview(Assignment assignment, String comment) throws WorkException {
        throw new UnsupportedOperationException();
    }

    /** Comments on the contribution, or on the task where there is none yet. Returns at once. */
    public void comment(Assignment assignment, String markdown) throws WorkException {
        throw new UnsupportedOperationException();
    }

    /** Gives the task back: what was committed is sent, the reason told, the draft closed. Returns at once. */
    public void handBack(Assignment assignment, String why) throws WorkException {
        throw new UnsupportedOperationException();
    }

    /** What reviewers ask for since the last submission, oldest first. Asks the forge. */
    public List<Requested> requestedChanges(Account account, TaskRef task, Progress progress) throws WorkException {
        throw new UnsupportedOperationException();
    }
}
