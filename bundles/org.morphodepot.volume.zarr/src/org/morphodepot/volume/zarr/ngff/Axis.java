package org.morphodepot.volume.zarr.ngff;

import java.util.Locale;

/**
 * An axis of an image.
 *
 * @param name such as {@code x} or {@code t}
 * @param type {@code space}, {@code time}, {@code channel}, or empty
 * @param unit the file's word, such as {@code micrometer}; empty when it has none
 */
public record Axis(String name, String type, String unit) {

    /** An axis of versions before 0.4, which only have names. */
    static Axis named(String name) {
        String other = name.equals("t") ? "time" : name.equals("c") ? "channel" : "";
        return new Axis(name, isSpatialName(name) ? "space" : other, "");
    }

    /** Whether the axis lies in space. */
    public boolean isSpatial() {
        return type.isEmpty() ? isSpatialName(name) : type.equals("space");
    }

    private static boolean isSpatialName(String name) {
        return name.toLowerCase(Locale.ROOT).matches("[xyz]");
    }
}
