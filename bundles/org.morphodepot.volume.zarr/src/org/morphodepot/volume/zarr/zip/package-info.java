/**
 * Zarr in one zip file ({@code .zarr.zip}, {@code .ozx}), read where it is: {@link org.morphodepot.volume.zarr.zip.ZipStore}
 * reads the directory of the file and then only the objects that are asked for, by ranges. Thread-safe.
 */
package org.morphodepot.volume.zarr.zip;
