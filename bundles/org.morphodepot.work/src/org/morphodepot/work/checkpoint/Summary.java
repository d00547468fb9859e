package org.morphodepot.work.checkpoint;

import java.util.List;
import java.util.Optional;

import org.morphodepot.label.Segmentation;

/**
 * What a checkpoint holds.
 *
 * @param title first line of the commit, such as {@code Edited issue-3 - 1 modified}
 * @param text the whole message of the commit
 * @param warning one line, when the file is nearly too large
 * @param merged when somebody else's version was merged in below an open session: what the session must show from now on.
 *        Apply {@code SegmentationDiff.edit(saved, merged)} with what was saved, so that later strokes stay; the file and the
 *        commit have it already
 */
public record Summary(List<Line> added, List<Line> modified, List<Line> removed, String title, String text,
        Optional<String> warning, Optional<Segmentation> merged) {

    public Summary {
        added = List.copyOf(added);
        modified = List.copyOf(modified);
        removed = List.copyOf(removed);
    }

    /** Whether no segment changed. */
    public boolean isEmpty() {
        return added.isEmpty() && modified.isEmpty() && removed.isEmpty();
    }

    /**
     * One segment.
     *
     * @param name of the segment
     * @param more voxels that are new in it
     * @param fewer voxels that are gone from it
     */
    public record Line(String name, long more, long fewer) {

        /** Voxels that changed. */
        public long voxels() {
            return more + fewer;
        }
    }
}
