package org.morphodepot.label.statistics;

/**
 * What a closed surface of triangles around a segment measures, half way between its voxel centres and the others, not
 * smoothed.
 *
 * @param area in mm²
 * @param volume in mm³; a little less than that of the voxels, whose corners it cuts off
 */
public record ClosedSurface(double area, double volume) {
}
