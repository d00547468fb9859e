/**
 * From chunk to screen: {@link org.morphodepot.volume.cache.ChunkCache} answers at once what it holds and fetches what it
 * does not, most wanted first.
 */
package org.morphodepot.volume.cache;
