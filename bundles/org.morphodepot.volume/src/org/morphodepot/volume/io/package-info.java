/**
 * Writing files safely and fast, shared by the formats: {@link org.morphodepot.volume.io.AtomicFile} shows a file
 * complete or not at all, {@link org.morphodepot.volume.io.ParallelGzipOutputStream} compresses on several threads into
 * one ordinary gzip member, {@link org.morphodepot.volume.io.DiskTrouble} turns the system's errors into sentences, and
 * {@link org.morphodepot.volume.io.LenientUtf8} keeps header text byte for byte, and
 * {@link org.morphodepot.volume.io.SpooledFile} unpacks while what is there already can be read. Instances belong to one
 * thread unless they say otherwise.
 */
package org.morphodepot.volume.io;
