package org.morphodepot.volume.store;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

/** How much a store takes into memory or lists at once, whatever a server or a file says about its size. */
public final class StoreLimits {

    /** Most names in one listing. */
    public static final int NAMES = 1_000_000;

    private static final long WHOLE_OBJECT = Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 2);

    private StoreLimits() {
    }

    /** Most bytes of an object that is read as a whole: 1 GiB, or half of the memory the program may use if that is less. */
    public static int wholeObject() {
        return (int) WHOLE_OBJECT;
    }

    /** What to throw when {@code name} exceeds {@link #wholeObject}. */
    public static VolumeException tooLarge(String name, long bytes) {
        return new VolumeException(Kind.TOO_LARGE, name + " is too large to be read at once (" + (bytes >> 20) + " MiB, at most "
                + (WHOLE_OBJECT >> 20) + " MiB); give the program more memory or store the scan in smaller chunks");
    }

    /** What to throw when {@code folder} has more than {@link #NAMES} entries. */
    public static VolumeException tooManyNames(String folder) {
        return new VolumeException(Kind.TOO_LARGE, folder + " has more than " + NAMES + " entries; that is too many to list");
    }
}
