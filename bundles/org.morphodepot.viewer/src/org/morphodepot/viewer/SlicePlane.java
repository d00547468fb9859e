package org.morphodepot.viewer;

/**
 * How a view lies in the voxel grid. Views follow the scan's own axes (the voxel axis nearest to the anatomical one),
 * so a pixel never mixes voxels of different slices; direction matrices decide which axis, which way round, and the
 * letters.
 *
 * @param orientation anatomical name
 * @param normal voxel axis across the slice, 0, 1 or 2
 * @param right voxel axis that runs along the screen's x axis
 * @param down voxel axis that runs along the screen's y axis (downwards)
 * @param flipRight the voxel index falls towards the right
 * @param flipDown the voxel index falls towards the bottom
 * @param letters at left, right, top, bottom, such as {"R", "L", "A", "P"}; two letters where an axis is oblique
 */
public record SlicePlane(SliceOrientation orientation, int normal, int right, int down, boolean flipRight,
        boolean flipDown, java.util.List<String> letters) {
}
