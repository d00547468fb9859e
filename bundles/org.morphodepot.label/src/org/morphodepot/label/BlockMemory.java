package org.morphodepot.label;

import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * The memory of all blocks of this process: what exceeds a budget is put into a file on the local disk, that which nobody
 * looked at for longest first, and comes back when somebody looks. Blocks are values; nobody can tell where their voxels
 * are except by the clock. A thread of its own writes, and the thread that makes blocks waits for it only when it makes
 * them faster than the disk takes them. When the disk fails everything stays in memory. Any thread.
 */
public final class BlockMemory {

    private static final BlockMemory SHARED = new BlockMemory(Long.getLong("morphodepot.blocks",
            Runtime.getRuntime().maxMemory() / 4));
    /** What an entry and the objects of a block cost beside the words. */
    private static final int OVERHEAD = 160;
    private static final long RETRY_NANOS = 1_000_000_000L;
    private static final int FEW = 1000;

    private final Object lock = new Object();
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private final ReferenceQueue<Words> unused = new ReferenceQueue<>();
    private int gone;
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    private PageFile file;
    private boolean busy;
    private long retryAt = System.nanoTime();
    private volatile long limit;
    private volatile long held;
    private volatile IOException trouble;

    /** Words in memory. They may become garbage at any time. */
    private static final class Entry extends WeakReference<Words> {
        private final int bytes;
        private boolean counted = true;

        Entry(Words words, ReferenceQueue<Words> unused) {
            super(words, unused);
            bytes = words.bytes() + OVERHEAD;
        }
    }

    /** A memory of its own, for tests. */
    BlockMemory(long limit) {
        this.limit = limit;
    }

    /** The one of this process; its budget is a quarter of the heap, or {@code -Dmorphodepot.blocks=BYTES}. */
    public static BlockMemory shared() {
        return SHARED;
    }

    /** Bytes of blocks that stay in memory. */
    public long limit() {
        return limit;
    }

    /** Changes the budget; may put blocks onto the disk, and so take a while when it shrinks. */
    public void limit(long bytes) {
        limit = bytes;
        relieve();
    }

    /** Where the file goes, on a local disk; the folder of temporary files when never said. Before blocks need it. */
    public void pageTo(Path place) {
        synchronized (lock) {
            folder = place;
        }
    }

    /** Bytes of blocks in memory at present, roughly; some of them garbage. */
    public long held() {
        return held;
    }

    /** Bytes that the file takes on the disk. */
    public long onDisk() {
        synchronized (lock) {
            return file == null ? 0 : file.length();
        }
    }

    /** Why blocks cannot leave memory at present, such as a full disk. */
    public Optional<IOException> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Counts words that came into memory. Short; call {@link #relieve()} afterwards, holding no lock. */
    void admit(Words words) {
        synchronized (lock) {
            forgetUnused();
            Entry entry = new Entry(words, unused);
            entries.add(entry);
            held += entry.bytes;
        }
    }

    /** Makes room: here when there is far too little, else on a thread of its own. */
    void relieve() {
        if (held <= limit) {
            return;
        }
        while (held > limit + limit / 8 && putOneOut()) {
            // the disk is slower than whoever makes blocks
        }
        synchronized (lock) {
            if (busy || held <= limit) {
                return;
            }
            busy = true;
        }
        Thread.ofPlatform().daemon().name("label-blocks").start(this::putOut);
    }

    /** Until there is some room, so that the next one is not wanted at once. */
    private void putOut() {
        try {
            boolean more = true;
            while (more) {
                more = held > limit - limit / 16 && putOneOut();
            }
        } finally {
            synchronized (lock) {
                busy = false;
            }
        }
    }

    /** Returns false when nothing can be put out. */
    private boolean putOneOut() {
        Entry entry = idle();
        Words words = entry == null ? null : entry.get();
        if (words == null) {
            return entry != null;
        }
        try {
            words.leave(file());
            trouble = null;
            uncount(entry);
            return true;
        } catch (IOException e) {
            trouble = e;
            synchronized (lock) {
                entries.add(entry);
                retryAt = System.nanoTime() + RETRY_NANOS;
            }
            return false;
        }
    }

    /** Takes out the entry that nobody looked at for longest; null when there is none or the disk just failed. */
    private Entry idle() {
        synchronized (lock) {
            forgetUnused();
            if (trouble != null && System.nanoTime() - retryAt < 0) {
                return null;
            }
            for (int left = 2 * entries.size(); left > 0 && !entries.isEmpty(); left--) {
                Entry entry = entries.remove();
                Words words = entry.get();
                if (words == null) {
                    gone -= entry.counted ? 0 : 1;
                    uncount(entry);
                } else if (words.idle()) {
                    return entry;
                } else {
                    entries.add(entry);
                }
            }
            return null;
        }
    }

    private PageFile file() throws IOException {
        synchronized (lock) {
            if (file == null) {
                file = PageFile.in(folder);
            }
            return file;
        }
    }

    /** Inside the lock. */
    private void forgetUnused() {
        for (Entry entry = (Entry) unused.poll(); entry != null; entry = (Entry) unused.poll()) {
            if (entry.counted) {
                uncount(entry);
                gone++;
            }
        }
        if (gone > FEW && gone > entries.size() / 2) {
            entries.removeIf(entry -> !entry.counted);
            gone = 0;
        }
    }

    private void uncount(Entry entry) {
        synchronized (lock) {
            held -= entry.counted ? entry.bytes : 0;
            entry.counted = false;
        }
    }
}
