/**
 * The values of an NRRD file: {@link org.morphodepot.volume.nrrd.data.DataFiles} names the files,
 * {@link org.morphodepot.volume.nrrd.data.Folder} finds them without leaving the header's folder, and
 * {@link org.morphodepot.volume.nrrd.data.ValueStream} turns them into little-endian values in bounded memory. Sources
 * and folders may be used from any thread, streams from one.
 */
package org.morphodepot.volume.nrrd.data;
