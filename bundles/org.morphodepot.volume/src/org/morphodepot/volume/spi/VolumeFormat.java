package org.morphodepot.volume.spi;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Volumes;

/** Reads one file format. Stateless and thread-safe. */
public interface VolumeFormat {

    /** Short name such as {@code nrrd}. */
    String id();

    /** Names for an open dialog, such as {@code *.nrrd}; empty for folder formats. */
    List<String> filePatterns();

    /** Whether the name alone speaks for this format, which is then asked first: over a network each question takes time. */
    default boolean isNamedLike(Address address) {
        return false;
    }

    /** What people call it in a list of formats, such as {@code TIFF}. */
    default String title() {
        return id();
    }

    /**
     * Whether the name speaks for one file of this format at a place that it does not read from, because it needs all of the
     * file on this computer: then the file is fetched first, where there is a place for it. No I/O.
     */
    default boolean needsCopy(Address address) {
        return false;
    }

    /**
     * Opens {@code address} if it is of this format. Blocks; looks at as little as it can.
     *
     * @param volumes gives stores, and opens what this format refers to
     * @return empty when the data is of another format
     * @throws org.morphodepot.volume.VolumeException when it is of this format but damaged, unsupported or out of reach
     */
    Optional<Dataset> open(Address address, Volumes volumes) throws IOException;

    /**
     * The label maps listed at {@code address}: of a group of them, or those that belong to an image. Blocks.
     *
     * @return empty when none are listed or the data is of another format
     */
    default List<Address> labelMaps(Address address, Volumes volumes) throws IOException {
        return List.of();
    }
}
