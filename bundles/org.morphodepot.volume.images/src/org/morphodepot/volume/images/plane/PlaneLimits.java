package org.morphodepot.volume.images.plane;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;

/** How large a slice may be, whatever a file says: a few of them are in memory at a time. */
public final class PlaneLimits {

    private static final long MOST = Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 6);

    private PlaneLimits() {
    }

    /** The size, when it is positive and a slice of it fits into memory. */
    public static VoxelSize checked(long width, long height, long depth, VoxelType type, Faults faults)
            throws VolumeException {
        if (width < 1 || height < 1 || depth < 1) {
            throw faults.malformed("its size is " + width + " x " + height + " x " + depth);
        }
        if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE || depth > Integer.MAX_VALUE) {
            throw faults.tooLarge("it has " + Math.max(width, Math.max(height, depth)) + " voxels along one axis");
        }
        if (width * height > MOST / type.bytes()) {
            throw faults.tooLarge("a single slice of " + width + " x " + height + " " + type.id() + " does not fit into memory"
                    + " (at most " + (MOST >> 20) + " MiB); give the program more memory");
        }
        if (depth > Long.MAX_VALUE / 16 / (width * height)) {
            throw faults.tooLarge("it says that it is larger than any disk");
        }
        return new VoxelSize((int) width, (int) height, (int) depth);
    }
}
