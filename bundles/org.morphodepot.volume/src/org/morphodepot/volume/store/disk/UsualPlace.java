package org.morphodepot.volume.store.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Where the cache is and how large it may become when nobody has said it: the folder of the system for what may be deleted,
 * 10 GB or a tenth of the free disk, whichever is less. {@code -Dmorphodepot.diskCache.folder=PATH} and
 * {@code -Dmorphodepot.diskCache.bytes=N} (0 for no cache) say otherwise.
 */
final class UsualPlace {

    private static final long MOST = 10_000_000_000L;

    private UsualPlace() {
    }

    static Path folder() {
        String said = System.getProperty("morphodepot.diskCache.folder");
        return said != null ? Path.of(said)
                : folder(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv()::get);
    }

    static Path folder(String system, String home, UnaryOperator<String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String local = environment.apply("LOCALAPPDATA");
            return (local == null ? Path.of(home, "AppData", "Local") : Path.of(local)).resolve("MorphoDepot")
                    .resolve("Cache");
        }
        if (name.startsWith("mac")) {
            return Path.of(home, "Library", "Caches", "MorphoDepot");
        }
        String cache = environment.apply("XDG_CACHE_HOME");
        boolean usable = cache != null && Path.of(cache).isAbsolute();
        return (usable ? Path.of(cache) : Path.of(home, ".cache")).resolve("morphodepot");
    }

    /** What may be kept, for a disk with the space {@code folder} has now. */
    static long bytes(Path folder) {
        Long said = Long.getLong("morphodepot.diskCache.bytes");
        if (said != null) {
            return Math.max(0, said);
        }
        Path there = folder.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there == null ? 0 : Math.min(MOST, Files.getFileStore(there).getUsableSpace() / 10);
        } catch (IOException e) {
            return 0;
        }
    }
}
