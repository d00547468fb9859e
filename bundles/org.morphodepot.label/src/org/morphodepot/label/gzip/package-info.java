/**
 * Gzip for rows of labels, made on all processors. {@link org.morphodepot.label.gzip.GzipPieces} is where to start. What
 * it writes is an ordinary gzip member (RFC 1952, deflate of RFC 1951). It finds only two kinds of repeats, but those at
 * the speed of memory: the label before and the row before. Label maps hold little else.
 */
package org.morphodepot.label.gzip;
