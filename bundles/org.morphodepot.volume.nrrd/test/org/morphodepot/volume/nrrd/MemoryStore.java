package org.morphodepot.volume.nrrd;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.spi.StoreProvider;

/** A store in memory at {@code https://scans.test/d}, which counts requests and can break. */
final class MemoryStore implements Store {

    static final Address ROOT = Address.of("https://scans.test/d?signature=secret");

    final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    final AtomicInteger requests = new AtomicInteger();
    volatile VolumeException broken;
    volatile boolean closed;

    /** Volumes whose only store is this one. */
    Volumes volumes() {
        Volumes volumes = new Volumes();
        volumes.addStore(new StoreProvider() {
            @Override
            public boolean serves(Address address) {
                return !address.isFile();
            }

            @Override
            public Store open(Address address) {
                return MemoryStore.this;
            }
        });
        return volumes;
    }

    @Override
    public Address root() {
        return ROOT;
    }

    @Override
    public Optional<byte[]> read(String key) throws IOException {
        return read(key, 0, Integer.MAX_VALUE);
    }

    @Override
    public Optional<byte[]> read(String key, long offset, int length) throws IOException {
        requests.incrementAndGet();
        if (broken != null) {
            throw broken;
        }
        return Optional.ofNullable(objects.get(key)).map(all -> {
            int from = (int) Math.min(offset, all.length);
            return Arrays.copyOfRange(all, from, (int) Math.min((long) from + length, all.length));
        });
    }

    @Override
    public Optional<byte[]> readTail(String key, int length) throws IOException {
        return read(key).map(all -> Arrays.copyOfRange(all, Math.max(0, all.length - length), all.length));
    }

    @Override
    public Optional<Long> size(String key) throws IOException {
        return read(key).map(all -> (long) all.length);
    }

    @Override
    public Optional<List<String>> list(String prefix) {
        return Optional.empty();
    }

    @Override
    public void write(String key, byte[] bytes) {
        objects.put(key, bytes);
    }

    @Override
    public void delete(String key) {
        objects.remove(key);
    }

    @Override
    public void close() {
        closed = true;
    }
}
