/**
 * Reading arrays: {@link org.morphodepot.volume.zarr.array.ZarrArray} gets and decodes chunks as two separate steps,
 * {@link org.morphodepot.volume.zarr.array.ArrayValues} hands over all values in C order with bounded memory.
 * Thread-safe.
 */
package org.morphodepot.volume.zarr.array;
