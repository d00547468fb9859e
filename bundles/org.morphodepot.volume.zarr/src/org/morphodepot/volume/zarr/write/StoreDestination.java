package org.morphodepot.volume.zarr.write;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

import org.morphodepot.volume.io.DiskTrouble;
import org.morphodepot.volume.spi.Store;

/**
 * Any other store, such as S3: written in place. The root's metadata comes last, so no reader takes an unfinished
 * hierarchy for an image.
 */
final class StoreDestination implements Destination {

    /** Shards on their way: so many megabytes at most are in memory, or one shard. */
    private static final int ROOM = Math.clamp(Runtime.getRuntime().maxMemory() >> 22, 8, 256);

    private final Store store;
    private final Leftover leftover;
    private final Semaphore room = new Semaphore(ROOM, true);
    private final Queue<String> written = new ConcurrentLinkedQueue<>();
    private boolean committed;

    private StoreDestination(Store store, Leftover leftover) {
        this.store = store;
        this.leftover = leftover;
    }

    static StoreDestination of(Store store, Leftover leftover) throws IOException {
        boolean free = false;
        try {
            for (String key : List.of("zarr.json", ".zgroup", ".zattrs", ".zarray")) {
                if (store.size(key).isPresent()) {
                    throw Destination.taken(store.root());
                }
            }
            free = true;
            return new StoreDestination(store, leftover);
        } finally {
            if (!free) {
                store.close();
            }
        }
    }

    @Override
    public void write(String key, byte[] bytes) throws IOException {
        written.add(key);
        store.write(key, bytes);
    }

    @Override
    public void adopt(String key, Path file) throws IOException {
        int share = Math.clamp(size(file) >> 20, 1, ROOM);
        try {
            room.acquire(share);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("writing was cancelled");
        }
        try {
            write(key, bytes(file));
            Files.deleteIfExists(file);
        } finally {
            room.release(share);
        }
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw DiskTrouble.reading(file, e);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw DiskTrouble.reading(file, e);
        }
    }

    @Override
    public void replace(String key, byte[] bytes) throws IOException {
        if (!written.contains(key)) {
            written.add(key);
        }
        store.write(key, bytes);
    }

    @Override
    public Optional<byte[]> read(String key) throws IOException {
        return store.read(key);
    }

    @Override
    public Optional<byte[]> tail(String key, int length) throws IOException {
        return store.readTail(key, length);
    }

    @Override
    public Optional<Long> size(String key) throws IOException {
        return store.size(key);
    }

    @Override
    public Path scratch() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    @Override
    public void commit() throws IOException {
        committed = true;
        if (written.contains(WriteJournal.KEY)) {
            store.delete(WriteJournal.KEY);
        }
    }

    /** Removes the root's metadata first. Goes on when something cannot be removed, and complains at the end. */
    @Override
    public void close() throws IOException {
        boolean keep = committed || leftover == Leftover.KEEP;
        IOException trouble = null;
        try (store) {
            for (String key : keep ? List.<String>of() : List.copyOf(written).reversed()) {
                try {
                    store.delete(key);
                } catch (IOException e) {
                    trouble = e;
                }
            }
        }
        if (trouble != null) {
            throw trouble;
        }
    }
}
