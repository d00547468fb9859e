package org.morphodepot.volume.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.Volumes;

/** Opens files with the formats of this bundle. */
public final class Scans {

    private static final Volumes VOLUMES = Volumes.fromClassPath();

    private Scans() {
    }

    public static Dataset open(Path file) throws IOException {
        return VOLUMES.open(Address.of(file));
    }

    public static byte[] values(Path file) throws IOException {
        try (Dataset dataset = open(file)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            dataset.values(out::write, Progress.NONE);
            return out.toByteArray();
        }
    }

    /** Opening or reading fails with one line that says {@code words}. */
    public static VolumeException refused(Path file, String words) {
        VolumeException e = assertThrows(VolumeException.class, () -> values(file));
        assertTrue(e.getMessage().contains(words), e.getMessage());
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        return e;
    }
}
