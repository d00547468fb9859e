package org.morphodepot.work.queue;

import java.util.List;

/** What waits for the network: kept on the disk, tried again with growing pauses, done exactly once. Thread-safe. */
public final class SyncQueue implements AutoCloseable {

    SyncQueue() {
    }

    /** All that is not done, oldest first, then the last ones that are. */
    public List<Entry> entries() {
        throw new UnsupportedOperationException();
    }

    /** Whether the last try did not reach the forge. */
    public boolean offline() {
        throw new UnsupportedOperationException();
    }

    public boolean paused() {
        throw new UnsupportedOperationException();
    }

    /** Holds everything back, also over restarts, or goes on. */
    public void pause(boolean paused) {
        throw new UnsupportedOperationException();
    }

    /** Tries an entry again at once. */
    public void retry(Entry entry) {
        throw new UnsupportedOperationException();
    }

    /** Forgets an entry that is not done and not running. Work stays where it is. */
    public void cancel(Entry entry) {
        throw new UnsupportedOperationException();
    }

    /** Called on any thread after every change. */
    public void addListener(Runnable listener) {
        throw new UnsupportedOperationException();
    }

    public void removeListener(Runnable listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
