package org.morphodepot.label.tool;

import java.io.IOException;

import org.morphodepot.volume.VoxelBox;

/** The scan's values for tools. May block on the store: never on the UI thread. */
public interface Intensities {

    /** Level 0 values of {@code box}, which lies inside the scan, x fastest, into {@code out}. */
    void read(VoxelBox box, float[] out) throws IOException;

    /** Smallest and largest value seen so far, for sliders. */
    org.morphodepot.volume.DisplayRange range();
}
