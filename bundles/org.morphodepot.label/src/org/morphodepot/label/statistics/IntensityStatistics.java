package org.morphodepot.label.statistics;

/**
 * The scan's values in a segment; NaN is left out.
 *
 * @param voxels number of values
 * @param deviation standard deviation with n - 1; 0 for a single value
 */
public record IntensityStatistics(long voxels, double min, double max, double mean, double median, double deviation) {
}
