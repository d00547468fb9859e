package org.morphodepot.label.tools.morphology;

import org.morphodepot.label.tools.Tile;

/** Decides a voxel from the set's voxels around it, up to a reach. What lies outside the scan takes no part. */
interface Filter {

    /** How far voxels take part, per axis, in voxels. */
    int[] reach();

    /** The result for all voxels of a tile; right only where all that takes part is inside the tile or outside the scan. */
    boolean[] apply(Tile tile);

    /** The result where all voxels within reach are in the set, or none is. */
    boolean inUniform(boolean value);
}
