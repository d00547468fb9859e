package org.morphodepot.work.checkpoint;

import java.util.Optional;

import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Desk;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.start.Assignment;

/** Commits the one file of a task. */
public final class Checkpoint {

    private Checkpoint() {
    }

    /**
     * Commits the labels file as it was just saved.
     *
     * @param now what was saved
     * @return empty when nothing changed since the last one
     */
    public static Optional<Summary> of(Desk desk, Assignment assignment, Segmentation now, Progress progress)
            throws WorkException {
        throw new UnsupportedOperationException();
    }
}
