package org.morphodepot.volume.images.plane;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

/** The formats of this bundle are those of instruments and desktops: they are read from this computer. */
public final class LocalScan {

    private LocalScan() {
    }

    /**
     * The file at {@code address}, if there is one on this computer.
     *
     * @param named whether its name says that it is of this format
     * @param what the format's files, for a message
     * @throws VolumeException when it is named so but elsewhere
     */
    public static Optional<Path> file(Address address, boolean named, String what) throws VolumeException {
        if (!address.isFile()) {
            if (named) {
                throw new VolumeException(Kind.UNSUPPORTED, what + " are read from this computer only: copy " + address.name()
                        + " to it, with File > Copy Files\u2026 or morphodepot copy, and open the copy");
            }
            return Optional.empty();
        }
        return Optional.of(address.path()).filter(Files::isRegularFile);
    }
}
