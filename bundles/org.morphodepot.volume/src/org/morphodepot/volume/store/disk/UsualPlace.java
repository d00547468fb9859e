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
public final class UsualPlace {

    private static final long MOST = 10_000_000_000L;

    private static final String FOLDER = "morphodepot.diskCache.folder";
    private static final String BYTES = "morphodepot.diskCache.bytes";

    private UsualPlace() {
    }

    /** The folder said at the start, else that of the system. */
    public static Path folder() {
        String said = System.getProperty(FOLDER);
        return said != null ? Path.of(said)
                : folder(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv()::get);
    }

    /** Whether the start of the program said where or how much: that overrules what is set later. */
    public static boolean isSaid() {
        return System.getProperty(FOLDER) != null || System.getProperty(BYTES) != null;
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

    /** Bytes said at the start, else what may be kept on a disk with the space that {@code folder} has now. */
    public static long bytes(Path folder) {
        Long said = Long.getLong(BYTES);
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
