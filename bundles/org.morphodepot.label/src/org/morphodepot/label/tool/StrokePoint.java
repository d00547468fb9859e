package org.morphodepot.label.tool;

/**
 * A pointer sample.
 *
 * @param x y z continuous voxel coordinates (voxel centres at integers)
 * @param normalAxis voxel axis 0, 1 or 2 across the slice it was drawn in
 */
public record StrokePoint(double x, double y, double z, int normalAxis) {
}
