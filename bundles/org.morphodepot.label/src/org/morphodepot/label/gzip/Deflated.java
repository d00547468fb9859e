package org.morphodepot.label.gzip;

/** A piece after compression. */
record Deflated(byte[] bytes, int crc, int length) {
}
