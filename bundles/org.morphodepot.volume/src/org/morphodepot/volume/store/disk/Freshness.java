package org.morphodepot.volume.store.disk;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.spi.StoreBusyException;

/**
 * Decides whether a kept object is still what the store has. Of the chunks, the 1st, 2nd, 4th, 8th and so on that are given
 * are compared, in the background: few questions, and a scan that was replaced as a whole is noticed at once.
 */
final class Freshness {

    /** After the store could not be reached it is left alone for so long. */
    private static final long OFFLINE_NANOS = 30_000_000_000L;
    private static final Pattern CHUNK = Pattern.compile("(.*/)?(c[./])?\\d+([./]\\d+)*");

    private final Store store;
    private final KeptObjects kept;

    /** Tags that belong together: of all parts of an object that are given, one. */
    private final Map<String, String> tags = new ConcurrentHashMap<>();
    private final Map<String, Boolean> compared = new ConcurrentHashMap<>();
    private final AtomicInteger chunks = new AtomicInteger();
    private volatile boolean tagged;
    private volatile boolean stale;
    private volatile Long offlineSince;

    Freshness(Store store, KeptObjects kept) {
        this.store = store;
        this.kept = kept;
    }

    /** Whether a key looks like that of a chunk, not of a document. */
    static boolean isChunk(String key) {
        return CHUNK.matcher(key).matches();
    }

    /** Whether the store is out of reach, which is remembered for a while. */
    boolean isUnreachable(IOException e) {
        boolean unreachable = e instanceof StoreBusyException
                || e instanceof VolumeException known && known.kind() == Kind.UNREACHABLE;
        if (unreachable) {
            offlineSince = System.nanoTime();
        }
        return unreachable;
    }

    /** Whether the store gave tags in this session. */
    boolean hasTags() {
        return tagged;
    }

    /** Notes what was fetched just now. */
    void fetched(String key, String tag) {
        tagged = true;
        String before = tags.put(key, tag);
        compared.put(key, true);
        if (before != null && !before.equals(tag)) {
            kept.forget();
        }
    }

    /** Whether what is kept under {@code tag} may be given. Blocks on the store for documents. */
    boolean isGood(String key, String tag) throws IOException {
        String together = tags.putIfAbsent(key, tag);
        if (together != null && !together.equals(tag) || stale) {
            return false;
        }
        tagged = true;
        if (isChunk(key)) {
            int number = chunks.incrementAndGet();
            if (Integer.bitCount(number) == 1 && !compared.containsKey(key) && !isOffline()) {
                Thread.ofVirtual().name("disk-cache-compare").start(() -> compareQuietly(key, tag));
            }
            return true;
        }
        return compared.containsKey(key) || isOffline() || isSame(key, tag);
    }

    /** Whether the store could not be reached a moment ago. */
    boolean isOffline() {
        Long since = offlineSince;
        return since != null && System.nanoTime() - since < OFFLINE_NANOS;
    }

    private void compareQuietly(String key, String tag) {
        try {
            isSame(key, tag);
        } catch (IOException e) {
            // whoever needs the store will hear of it
        }
    }

    private boolean isSame(String key, String tag) throws IOException {
        Optional<String> now;
        try {
            now = store.tag(key);
        } catch (IOException e) {
            if (isUnreachable(e)) {
                return true;
            }
            throw e;
        }
        if (now.isPresent() && now.get().equals(tag)) {
            compared.put(key, true);
            return true;
        }
        tags.clear();
        kept.forget();
        stale = isChunk(key);
        return false;
    }
}
