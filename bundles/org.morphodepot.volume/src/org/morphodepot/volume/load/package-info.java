/**
 * Whole scans in memory: {@link org.morphodepot.volume.load.FullLoad} fills one buffer with all voxels of a level, as fast as
 * the store delivers. Fetching, decoding and placing go on at once in a number of threads that follows the store.
 */
package org.morphodepot.volume.load;
