package org.morphodepot.transfer;

import org.morphodepot.volume.spi.ObjectEntry;

/**
 * A file to copy.
 *
 * @param source as it was listed
 * @param target its key at the target
 */
record Task(ObjectEntry source, String target, Item item) {
}
