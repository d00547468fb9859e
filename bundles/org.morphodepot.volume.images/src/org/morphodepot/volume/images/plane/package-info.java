/**
 * What all formats of this bundle come down to: {@link org.morphodepot.volume.images.plane.Planes}, the slices of a scan one
 * by one. {@link org.morphodepot.volume.images.plane.PlanesDataset} makes a data set of them that holds a few slices in
 * memory, whatever the size of the stack. Everything here may be used from any thread.
 */
package org.morphodepot.volume.images.plane;
