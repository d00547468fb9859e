package org.morphodepot.volume;

/**
 * A field of a file's header as written there, in file order.
 *
 * @param key field name or key
 * @param value text after the separator, unchanged
 * @param custom true for a key/value pair of the user (NRRD {@code key:=value}), false for a field of the format
 */
public record HeaderField(String key, String value, boolean custom) {
}
