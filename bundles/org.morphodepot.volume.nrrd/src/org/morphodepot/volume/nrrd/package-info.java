/**
 * NRRD, the format of 3D Slicer and of segmentations in depots: {@link org.morphodepot.volume.nrrd.NrrdFormat} opens
 * files, {@link org.morphodepot.volume.nrrd.NrrdWriter} writes them. Both are services; nothing here is exported. The
 * header is the business of {@link org.morphodepot.volume.nrrd.header}, the values of {@link
 * org.morphodepot.volume.nrrd.data}. Services and data sets may be used from any thread.
 */
package org.morphodepot.volume.nrrd;
