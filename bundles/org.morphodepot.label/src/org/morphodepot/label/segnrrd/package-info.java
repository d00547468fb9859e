/**
 * Reads and writes {@code .seg.nrrd}, the segmentation file of 3D Slicer. Reading goes through whatever
 * {@link org.morphodepot.volume.Dataset} the NRRD format opened; writing streams from blocks.
 */
package org.morphodepot.label.segnrrd;
