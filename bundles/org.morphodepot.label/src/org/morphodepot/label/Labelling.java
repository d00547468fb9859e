package org.morphodepot.label;

import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.VoxelBox;

/** CONTRACT AGREED; the owner of `label` replaces this file by a final class: {@code new Labelling(Segmentation start)}. */
public interface Labelling {

    /** The present state; a free snapshot. Any thread. */
    Segmentation current();

    /** Applies an edit and makes it the newest of the history. One writer thread at a time. */
    void apply(Edit edit);

    /** Changes that are not undone: visibility, opacity, locks. */
    void show(Segmentation changed);

    Optional<Edit> undo();

    Optional<Edit> redo();

    /** Oldest first; edits after {@link #position()} are undone ones. */
    List<Edit> history();

    /** Number of applied edits in {@link #history()}. */
    int position();

    /** Whether the state differs from the one last marked as saved. */
    boolean isDirty();

    void markSaved(Segmentation saved);

    /** Id of the segment that tools paint. */
    Optional<String> active();

    void activate(String segmentId);

    void addListener(Listener listener);

    void removeListener(Listener listener);

    /** Told after every change, on the thread that changed. */
    interface Listener {
        void changed(Change change);
    }

    /**
     * @param box voxels that may look different; empty when only the list of segments, the active one or the dirty state
     *            changed
     */
    record Change(Segmentation before, Segmentation after, VoxelBox box) {
    }
}
