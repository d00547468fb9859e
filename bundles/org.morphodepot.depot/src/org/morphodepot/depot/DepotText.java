package org.morphodepot.depot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.io.AtomicFile;
import org.morphodepot.volume.io.DiskTrouble;
import org.morphodepot.volume.io.LenientUtf8;

/** Small text files, read whole with a limit and written whole or not at all. */
final class DepotText {

    private DepotText() {
    }

    static String read(Path file, int largest) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new VolumeException(Kind.TOO_LARGE, file + " is too large to be what its name says");
            }
            return LenientUtf8.decode(bytes, 0, bytes.length);
        } catch (VolumeException e) {
            throw e;
        } catch (IOException e) {
            throw DiskTrouble.reading(file, e);
        }
    }

    static void write(Path file, String text) throws IOException {
        try (AtomicFile out = AtomicFile.create(file)) {
            out.out().write(LenientUtf8.encode(text));
            out.commit();
        }
    }
}
