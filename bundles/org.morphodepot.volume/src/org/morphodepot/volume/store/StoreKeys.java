package org.morphodepot.volume.store;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

/**
 * The one gate for names of objects. Names come from files that anybody may have written, so what could lead out of the
 * root, or mean different objects to different stores, is refused rather than repaired.
 */
public final class StoreKeys {

    private static final int LONGEST = 1024;

    private StoreKeys() {
    }

    /**
     * Gives {@code key} back when it is a '/'-separated name below the root; the empty key is the root itself.
     *
     * @throws VolumeException of kind {@link Kind#MALFORMED} otherwise
     */
    public static String checked(String key) throws VolumeException {
        if (key.isEmpty()) {
            return key;
        }
        if (key.length() > LONGEST || key.chars().anyMatch(c -> c < ' ' || c == '\\' || c == 0x7f)) {
            throw refused(key);
        }
        for (String part : key.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw refused(key);
            }
        }
        return key;
    }

    /** Checks the bounds of a ranged read. */
    public static void checkRange(long offset, long length) {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("negative range: " + offset + ", " + length);
        }
    }

    private static VolumeException refused(String key) {
        String shown = key.length() > 80 ? key.substring(0, 80) + "…" : key;
        return new VolumeException(Kind.MALFORMED, "the data refers to \"" + shown.replaceAll("\\p{Cntrl}", "?")
                + "\", which is not a plain name inside its folder; it is not read");
    }
}
