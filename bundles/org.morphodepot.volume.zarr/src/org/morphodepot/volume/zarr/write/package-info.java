/**
 * Writing an image with its pyramid in one pass over the source: {@link org.morphodepot.volume.zarr.write.PyramidPlan}
 * decides sizes, {@link org.morphodepot.volume.zarr.write.LevelWriter} collects a slab, encodes its chunks and hands
 * reduced blocks to the next level, {@link org.morphodepot.volume.zarr.write.Destination} makes the result appear
 * complete or not at all. Memory is bounded by slabs in memory or in a temporary file, never by the size of the scan.
 */
package org.morphodepot.volume.zarr.write;
