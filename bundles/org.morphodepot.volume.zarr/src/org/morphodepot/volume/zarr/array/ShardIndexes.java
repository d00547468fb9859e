package org.morphodepot.volume.zarr.array;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.zarr.chunk.ShardIndex;
import org.morphodepot.volume.zarr.chunk.ShardIndexFormat;
import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.codec.CodecException;

/**
 * The shard indexes read so far, the least used ones forgotten. Several threads that need the same index wait for one
 * request; failures are not remembered. Thread-safe.
 */
final class ShardIndexes {

    private static final long MOST_BYTES = 32L << 20;

    private final Store store;
    private final ShardIndexFormat format;
    private final BiFunction<String, CodecException, VolumeException> damaged;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, CompletableFuture<Optional<ShardIndex>>> known = new LinkedHashMap<>(16, 0.75f, true);

    ShardIndexes(Store store, ShardIndexFormat format, BiFunction<String, CodecException, VolumeException> damaged) {
        this.store = store;
        this.format = format;
        this.damaged = damaged;
    }

    /** The index of the shard stored as {@code key}; empty when there is no such shard. Blocks. */
    Optional<ShardIndex> get(String key) throws IOException {
        CompletableFuture<Optional<ShardIndex>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<ShardIndex>> index = putIfAbsent(key, mine);
        if (index == mine) {
            read(key, mine);
        }
        try {
            return index.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    private CompletableFuture<Optional<ShardIndex>> putIfAbsent(String key,
            CompletableFuture<Optional<ShardIndex>> mine) {
        lock.lock();
        try {
            CompletableFuture<Optional<ShardIndex>> index = known.putIfAbsent(key, mine);
            long most = Math.max(16, MOST_BYTES / (16L * format.chunks()));
            if (known.size() > most) {
                known.remove(known.keySet().iterator().next());
            }
            return index == null ? mine : index;
        } finally {
            lock.unlock();
        }
    }

    private void read(String key, CompletableFuture<Optional<ShardIndex>> index) {
        try {
            index.complete(read(key));
        } catch (IOException | RuntimeException e) {
            lock.lock();
            try {
                known.remove(key, index);
            } finally {
                lock.unlock();
            }
            index.completeExceptionally(e);
        }
    }

    private Optional<ShardIndex> read(String key) throws IOException {
        int length = format.length();
        Optional<byte[]> bytes = format.atEnd() ? store.readTail(key, length) : store.read(key, 0, length);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(format.read(Bytes.of(bytes.get())));
        } catch (CodecException e) {
            throw damaged.apply(key, e);
        }
    }
}
