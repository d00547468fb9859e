package org.morphodepot.label.statistics;

/**
 * The smallest box along the principal axes around all voxels of a segment.
 *
 * @param origin the corner from which all axes go into the box, left-posterior-superior millimetres
 * @param size lengths along the axes, smallest principal moment first
 * @param directions unit vectors of the axes, nine numbers
 */
public record OrientedBox(double[] origin, double[] size, double[] directions) {
}
