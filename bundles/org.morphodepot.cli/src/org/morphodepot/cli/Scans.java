package org.morphodepot.cli;

import java.io.IOException;
import java.nio.file.Files;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;

/** Opens what a command was given. */
public final class Scans {

    private Scans() {
    }

    /** The data set at an address, by the formats on the class path. Blocks. */
    public static Dataset open(Address address) throws IOException {
        return open(address, Volumes.fromClassPath());
    }

    static Dataset open(Address address, Volumes volumes) throws IOException {
        if (address.isFile() && Files.notExists(address.path())) {
            throw new VolumeException(Kind.NOT_FOUND, "There is no file or folder " + address);
        }
        return volumes.open(address);
    }
}
