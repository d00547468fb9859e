package org.morphodepot.app.cache;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.ui.PlatformUI;
import org.morphodepot.volume.store.disk.DiskCache;
import org.morphodepot.volume.store.disk.UsualPlace;
import org.osgi.service.prefs.BackingStoreException;

/** How large the disk cache may be and where it is, as the user wants it; kept in the preferences. */
public final class CacheSettings {

    /** Our folder in the one that the user chooses, for only in it we may remove things. */
    static final String NAME = "MorphoDepot Cache";

    private static final String BYTES = "diskCache.bytes";
    private static final String FOLDER = "diskCache.folder";
    private static final String FORMER = "diskCache.former";

    private CacheSettings() {
    }

    static DiskCache cache() {
        return PlatformUI.getWorkbench().getService(IEclipseContext.class).get(DiskCache.class);
    }

    /** Gives the cache what the user wants; before the first scan is opened. */
    public static void apply() {
        DiskCache cache = cache();
        if (cache == null || UsualPlace.isSaid()) {
            return;
        }
        cache.keepIn(folder());
        cache.budget(bytes());
        path(preferences().get(FORMER, "")).filter(former -> !former.equals(folder())).ifPresent(former -> {
            preferences().remove(FORMER);
            Thread.ofVirtual().name("former disk cache").start(() -> empty(former));
        });
    }

    private static void empty(Path former) {
        try {
            new DiskCache(former, () -> 0).empty();
        } catch (IOException e) {
            ILog.of(CacheSettings.class).warn("The former disk cache was not emptied", e);
        }
    }

    /** Most bytes, as set or usual. */
    static long bytes() {
        return preferences().getLong(BYTES, UsualPlace.bytes(folder()));
    }

    /** The folder from the next start on. */
    static Path folder() {
        return path(preferences().get(FOLDER, "")).orElseGet(UsualPlace::folder);
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Keeps what is wanted; empty for what is usual. The folder counts from the next start on. */
    static void keep(Optional<Long> bytes, Optional<Path> folder) {
        Path former = folder();
        set(BYTES, bytes.map(String::valueOf));
        set(FOLDER, folder.map(Path::toString));
        if (!former.equals(folder())) {
            preferences().put(FORMER, cache().folder().toString());
        }
        try {
            preferences().flush();
        } catch (BackingStoreException e) {
            ILog.of(CacheSettings.class).warn("The settings of the disk cache could not be kept", e);
        }
    }

    private static void set(String key, Optional<String> value) {
        value.ifPresentOrElse(text -> preferences().put(key, text), () -> preferences().remove(key));
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.morphodepot.app");
    }
}
