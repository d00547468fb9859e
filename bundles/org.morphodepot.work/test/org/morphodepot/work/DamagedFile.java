package org.morphodepot.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.morphodepot.testing.Damage;

/** A file of ours that a disk or a person has damaged, again and again. */
public final class DamagedFile {

    private DamagedFile() {
    }

    /** Reads the file; may fail as reading a disk fails, but in no other way. */
    @FunctionalInterface
    public interface Reading {
        void read() throws IOException;
    }

    /** Has {@code file} read with one damage after the other. */
    public static void each(Path file, Reading reading) throws IOException {
        String good = Files.readString(file);
        Damage damage = new Damage(good.hashCode());
        for (int round = 0; round < Damage.rounds(600); round++) {
            String bad = damage.of(good);
            Files.write(file, round % 3 == 0 ? damage.of(good.getBytes(StandardCharsets.UTF_8))
                    : bad.getBytes(StandardCharsets.UTF_8));
            try {
                reading.read();
            } catch (IOException | RuntimeException | Error e) {
                throw new AssertionError("round " + round + ": " + bad.substring(0, Math.min(bad.length(), 500)), e);
            }
        }
        Files.writeString(file, good);
    }
}
