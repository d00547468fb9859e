package org.morphodepot.viewer;

/**
 * Pan and zoom of one view.
 *
 * @param centerRight continuous level-0 voxel coordinate along the plane's right axis at the middle of the view
 * @param centerDown the same along the down axis
 * @param zoom screen pixels per unit of length
 */
public record SliceCamera(double centerRight, double centerDown, double zoom) {
}
