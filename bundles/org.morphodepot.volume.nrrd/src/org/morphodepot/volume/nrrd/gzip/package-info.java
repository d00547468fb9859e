/**
 * Unpacks gzip, with ISA-L where the computer has it: the inflater of the JDK copies repeats byte by byte, and label maps and
 * the air around a bone consist of repeats. {@link org.morphodepot.volume.nrrd.gzip.GzipBytes} is where to start.
 */
package org.morphodepot.volume.nrrd.gzip;
