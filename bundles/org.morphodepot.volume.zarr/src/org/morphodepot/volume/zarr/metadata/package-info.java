/**
 * What the JSON documents of a Zarr hierarchy say, checked: {@link org.morphodepot.volume.zarr.metadata.Json} reads
 * them, {@link org.morphodepot.volume.zarr.metadata.Hierarchy} finds groups and arrays,
 * {@link org.morphodepot.volume.zarr.metadata.ArrayMetadata} describes an array of either Zarr version. Sources: the
 * Zarr v2 and v3 core specifications and the numcodecs documentation. Everything here is immutable except the
 * hierarchy's memory of consolidated metadata, and may be used from any thread.
 */
package org.morphodepot.volume.zarr.metadata;
