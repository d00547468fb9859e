package org.morphodepot.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that other programs wrote, with the values other readers find in them. The folder is named by the environment
 * variable {@code MORPHODEPOT_DATA}, else it is {@code ../shared/data} beside the checkout.
 */
public final class RealData {

    private RealData() {
    }

    /** Whether the data is on this machine; tests that need it assume this. */
    public static boolean isHere() {
        return Files.isDirectory(folder());
    }

    /** A file or folder of the data set by its '/'-separated path. */
    public static Path path(String relative) {
        return folder().resolve(relative);
    }

    private static Path folder() {
        String named = System.getenv("MORPHODEPOT_DATA");
        if (named != null) {
            return Path.of(named);
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path up = here; up != null; up = up.getParent()) {
            Path data = up.resolve("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        return here.resolve("no-real-data");
    }
}
