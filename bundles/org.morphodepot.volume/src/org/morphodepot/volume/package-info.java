/**
 * The nouns of a scan: {@link org.morphodepot.volume.Volume}, its resolution {@linkplain org.morphodepot.volume.Level
 * levels}, their {@linkplain org.morphodepot.volume.Chunk chunks} and the {@linkplain org.morphodepot.volume.Geometry
 * geometry} that places voxels in space. Start with {@link org.morphodepot.volume.Volumes}, which opens an
 * {@link org.morphodepot.volume.Address}. Formats and stores are services of {@link org.morphodepot.volume.spi}.
 * Axis order is always x, y, z (the voxel axes i, j, k), x fastest in memory. Records are immutable; everything here may
 * be used from any thread unless a type says otherwise.
 */
package org.morphodepot.volume;
