package org.morphodepot.volume.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * What a listing says about an object.
 *
 * @param key below the root of the store; of a folder with a '/' at its end
 * @param size in bytes; -1 for a folder
 * @param tag changes when the object changes, such as an ETag; empty when the store has none
 * @param modified when it was written, as far as the store says
 */
public record ObjectEntry(String key, long size, String tag, Optional<Instant> modified) {

    /** A folder; {@code key} ends with '/'. */
    public static ObjectEntry folder(String key) {
        return new ObjectEntry(key, -1, "", Optional.empty());
    }

    public boolean isFolder() {
        return size < 0;
    }
}
