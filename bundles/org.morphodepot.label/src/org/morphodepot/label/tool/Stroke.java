package org.morphodepot.label.tool;

import java.io.IOException;

import org.morphodepot.label.Edit;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

/** One press-drag-release. Used by one thread at a time; abandon it by dropping it. */
public interface Stroke {

    /** Adds a sample. Quick (a few milliseconds), no I/O. Returns the box whose preview changed. */
    VoxelBox move(StrokePoint point);

    /** Whether a voxel is marked so far; for the preview. */
    boolean marked(int x, int y, int z);

    /** True: the marked voxels will get the segment; false: they will lose it. */
    boolean paints();

    /** The change; may be empty. May block on intensities: off the UI thread. */
    Edit finish(Progress progress) throws IOException;
}
