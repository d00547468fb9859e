package org.morphodepot.volume.images.plane;

import java.io.Closeable;
import java.io.IOException;

import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;

/** The slices of a scan, each read when it is asked for. Thread-safe; reading blocks. */
public interface Planes extends Closeable {

    VoxelSize size();

    VoxelType type();

    /**
     * All values of slice {@code z}, little endian, x fastest; the caller may keep and change the array.
     *
     * @throws org.morphodepot.volume.VolumeException when the file is damaged, has changed or cannot be read
     */
    byte[] read(int z) throws IOException;

    /** How the values are stored, such as {@code raw} or {@code lzw}. */
    String codec();
}
