package org.morphodepot.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.VolumeFormat;

class VolumesTest {

    @TempDir
    Path folder;

    @Test
    void missingPath_isNotFoundAndNamed() {
        VolumeException e = assertThrows(VolumeException.class,
                () -> new Volumes().open(Address.of(folder.resolve("gone.nrrd"))));

        assertEquals(Kind.NOT_FOUND, e.kind());
        assertTrue(e.getMessage().contains("gone.nrrd"), e.getMessage());
    }

    @Test
    void fileOfNoKnownFormat_isUnsupported() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "not a scan");

        VolumeException e = assertThrows(VolumeException.class, () -> new Volumes().open(Address.of(file)));

        assertEquals(Kind.UNSUPPORTED, e.kind());
        assertTrue(e.getMessage().contains("notes.txt"), e.getMessage());
    }

    @Test
    void targetOfUnknownEnding_cannotBeWritten() {
        assertEquals(Kind.UNSUPPORTED, assertThrows(VolumeException.class,
                () -> new Volumes().writer(Address.of(folder.resolve("scan.xyz")))).kind());
    }

    @Test
    void formatThatTheAddressIsNamedLike_isAskedBeforeOthers() {
        List<String> asked = new ArrayList<>();
        Volumes volumes = new Volumes();
        volumes.addFormat(format("first", asked));
        volumes.addFormat(format("second", asked));

        assertThrows(VolumeException.class, () -> volumes.open(Address.of("https://example.org/scan.second")));

        assertEquals(List.of("second", "first"), asked);
    }

    /** Finds nothing and writes down that it was asked. */
    private static VolumeFormat format(String id, List<String> asked) {
        return new VolumeFormat() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public List<String> filePatterns() {
                return List.of();
            }

            @Override
            public boolean isNamedLike(Address address) {
                return address.name().endsWith("." + id);
            }

            @Override
            public Optional<Dataset> open(Address address, Volumes all) {
                asked.add(id);
                return Optional.empty();
            }
        };
    }
}
