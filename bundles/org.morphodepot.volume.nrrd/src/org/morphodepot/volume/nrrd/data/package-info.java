/**
 * The values of an NRRD file: {@link org.morphodepot.volume.nrrd.data.Pieces} finds the data files,
 * {@link org.morphodepot.volume.nrrd.data.ValueStream} turns them into little-endian values one after the other, and
 * {@link org.morphodepot.volume.nrrd.data.RawValues} gives them in any order, all in bounded memory. Streams belong to one
 * thread, everything else may be used from any.
 */
package org.morphodepot.volume.nrrd.data;
