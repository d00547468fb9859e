/**
 * Folders of slice images, the usual output of micro-CT reconstruction: {@link org.morphodepot.volume.images.slices.SlicesFormat}
 * is the service. Slices are in the natural order of their names (2 before 10). Any thread.
 */
package org.morphodepot.volume.images.slices;
