/**
 * Unpacks gzip at the speed of memory where values repeat, as they do in label maps and in the air around a bone: the
 * inflater of the JDK copies repeats byte by byte. {@link org.morphodepot.volume.nrrd.gzip.GzipBytes} is where to start.
 */
package org.morphodepot.volume.nrrd.gzip;
