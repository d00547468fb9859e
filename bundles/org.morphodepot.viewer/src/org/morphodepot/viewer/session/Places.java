package org.morphodepot.viewer.session;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.cache.ChunkCache;

/** The channels and times of a scan that were shown, so that going back needs no reading; thread-safe. */
final class Places {

    /** More are forgotten, the oldest first. */
    private static final int KEPT = 16;

    private final ChunkCache cache;
    private final Map<Map<String, Integer>, Shown> known = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Integer, DisplayRange> windows = new HashMap<>();

    Places(ChunkCache cache, Shown first) {
        this.cache = cache;
        known.put(first.scan().places(), first);
    }

    /** The scan at these places. Blocks. */
    synchronized Shown at(Scan scan, Map<String, Integer> wanted) throws IOException {
        Map<String, Integer> places = scan.there(wanted);
        Shown shown = known.get(places);
        if (shown == null) {
            shown = Shown.of(scan.at(places), cache);
            known.put(places, shown);
            forgetOldest();
        }
        return shown;
    }

    private void forgetOldest() {
        if (known.size() > KEPT) {
            Shown oldest = known.remove(known.keySet().iterator().next());
            cache.forget(oldest.scan().volume());
        }
    }

    /** A channel is left with this window. */
    synchronized void leave(Scan scan, DisplayRange window) {
        windows.put(scan.channel(), window);
    }

    /** The window that a channel had when it was left, else the one to begin with. */
    synchronized DisplayRange window(Shown shown) {
        return windows.getOrDefault(shown.scan().channel(), shown.window());
    }

    synchronized void forgetAll() {
        known.values().forEach(shown -> cache.forget(shown.scan().volume()));
    }

    /** Closes what is known; one that was forgotten needs no closing of its own, for all read from one data set. */
    synchronized void close() throws IOException {
        for (Shown shown : known.values()) {
            shown.scan().volume().close();
        }
    }
}
