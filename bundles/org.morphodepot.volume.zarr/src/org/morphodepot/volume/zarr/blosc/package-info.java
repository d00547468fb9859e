/**
 * Blosc 1 frames, the usual compression of Zarr chunks, read and written in Java around ordinary lz4, zstd and zlib:
 * {@link org.morphodepot.volume.zarr.blosc.Blosc} decodes, {@link org.morphodepot.volume.zarr.blosc.BloscWriter}
 * encodes. A frame is a 16-byte header, a table of block starts, and blocks that are shuffled and compressed one by
 * one; every number in it is checked before it is used. Source: the c-blosc chunk format, version 2.
 */
package org.morphodepot.volume.zarr.blosc;
