package org.morphodepot.volume.spi;

/**
 * Bytes with what the store says about the state of their object.
 *
 * @param tag changes when the object changes, such as an ETag; empty when the store has none
 */
public record TaggedBytes(byte[] bytes, String tag) {
}
