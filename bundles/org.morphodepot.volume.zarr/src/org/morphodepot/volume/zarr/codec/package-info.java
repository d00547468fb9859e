/**
 * Undoes what happened to the bytes of one chunk before they were stored: {@link
 * org.morphodepot.volume.zarr.codec.ByteCodec} and one class per codec, put in line by {@link
 * org.morphodepot.volume.zarr.codec.CodecChain}. Everything decoded is bounded by a room that the caller gives, so a
 * lying stream cannot take more memory than its chunk is large. Codecs are immutable and used from many threads.
 */
package org.morphodepot.volume.zarr.codec;
