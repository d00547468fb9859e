package org.morphodepot.volume.zarr.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.morphodepot.volume.spi.Store;

/**
 * Any other store, such as S3: written in place. The root's metadata comes last, so no reader takes an unfinished
 * hierarchy for an image.
 */
final class StoreDestination implements Destination {

    private final Store store;
    private final Queue<String> written = new ConcurrentLinkedQueue<>();
    private boolean committed;

    private StoreDestination(Store store) {
        this.store = store;
    }

    static StoreDestination of(Store store) throws IOException {
        boolean free = false;
        try {
            for (String key : List.of("zarr.json", ".zgroup", ".zattrs", ".zarray")) {
                if (store.size(key).isPresent()) {
                    throw Destination.taken(store.root());
                }
            }
            free = true;
            return new StoreDestination(store);
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
    public Path scratch() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    @Override
    public void commit() {
        committed = true;
    }

    /** Removes the root's metadata first. Goes on when something cannot be removed, and complains at the end. */
    @Override
    public void close() throws IOException {
        IOException trouble = null;
        try (store) {
            for (String key : committed ? List.<String>of() : List.copyOf(written).reversed()) {
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
