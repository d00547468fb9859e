package org.morphodepot.label.segnrrd;

/** How a segmentation is put on a scan. */
public enum Placement {
    /** Where its geometry says; {@link GridMismatch} when its voxels do not coincide with the scan's. */
    EXACT,
    /** Where its geometry says, nearest voxel; what lies outside the scan is lost. */
    RESAMPLED,
    /** Voxel by voxel, whatever the geometry says; only for equal sizes. */
    BY_INDEX
}
