/**
 * The image model of OME-NGFF on top of plain arrays: {@link org.morphodepot.volume.zarr.ngff.Multiscale} reads the
 * {@code multiscales} metadata of versions 0.1 to 0.5, {@link org.morphodepot.volume.zarr.ngff.SpatialAxes} tells which
 * axes of an array are x, y and z. Immutable.
 */
package org.morphodepot.volume.zarr.ngff;
