package org.morphodepot.work.start;

import java.nio.file.Path;
import java.util.Optional;

import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;

/** The tasks that were started here. */
public final class Assignments {

    private Assignments() {
    }

    public static Assignments of(Desk desk) {
        return new Assignments();
    }

    /** The task that a labels file belongs to; empty for other files. */
    public Optional<Assignment> at(Path labels) {
        throw new UnsupportedOperationException();
    }

    /** The task as the active account started it here before. */
    public Optional<Assignment> of(TaskRef task) {
        throw new UnsupportedOperationException();
    }
}
