/**
 * From the bytes of one chunk to values in an array: {@link org.morphodepot.volume.zarr.chunk.ChunkFormat} decodes a
 * region of a chunk of any number of axes straight to where the values stay, whatever the axis order and byte order of
 * the file; {@link org.morphodepot.volume.zarr.chunk.ShardedChunk} does it for chunks made of inner chunks. Axes are
 * numbered as in the array's shape, slowest first in C order. Everything is immutable and computes only; nothing here
 * reads a store.
 */
package org.morphodepot.volume.zarr.chunk;
