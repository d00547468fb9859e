package org.morphodepot.volume.spi;

import java.io.IOException;
import java.util.List;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;

/** Writes one file format. Stateless and thread-safe. */
public interface VolumeWriter {

    /** Short name such as {@code ome-zarr}. */
    String id();

    /** Whether {@code target}'s name asks for this format, such as {@code .nrrd}. */
    boolean accepts(Address target);

    /**
     * Copies {@code source} to {@code target} in bounded memory. The target appears complete or not at all.
     *
     * @throws org.morphodepot.volume.VolumeException when reading or writing fails; what was written so far is removed
     * @throws java.util.concurrent.CancellationException when {@code progress} says so; the same clean-up
     */
    void write(Dataset source, Address target, WriteOptions options, Volumes volumes, Progress progress) throws IOException;

    /** Whether {@link #writeLayers} can write a group of label maps to {@code target}. */
    default boolean hasLayers(Address target) {
        return false;
    }

    /**
     * Copies label maps of the same voxels, named by {@link Dataset#name}, to {@code target} as one group, in bounded memory.
     * The group appears complete or not at all. Only when {@link #hasLayers} says so.
     *
     * @throws org.morphodepot.volume.VolumeException when reading or writing fails; what was written so far is removed
     * @throws java.util.concurrent.CancellationException when {@code progress} says so; the same clean-up
     */
    default void writeLayers(List<? extends Dataset> maps, Address target, WriteOptions options, Volumes volumes,
            Progress progress) throws IOException {
        throw new VolumeException(Kind.UNSUPPORTED, target + " can hold one label map only");
    }
}
