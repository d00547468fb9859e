/**
 * From chunk to screen: {@link org.morphodepot.volume.cache.ChunkCache} answers at once what it holds and fetches what it
 * does not, most wanted first. The one public class has a lock and threads; what it decides with them, and without I/O, is in
 * the package's other classes: want lists, decoded chunks under a budget, jobs on their way, failures at rest.
 */
package org.morphodepot.volume.cache;
