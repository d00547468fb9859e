package org.morphodepot.volume.zarr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.spi.StoreProvider;
import org.morphodepot.volume.store.StoreKeys;

/** Objects in memory at {@code mem:/scan.zarr}, which remembers what was asked and can refuse. */
public final class MemoryStore implements Store, StoreProvider {

    public static final Address ROOT = Address.of("mem:/scan.zarr");

    public final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    public final Map<String, VolumeException> trouble = new ConcurrentHashMap<>();
    public final List<String> requests = java.util.Collections.synchronizedList(new ArrayList<>());
    public boolean lists = true;
    private int open;

    /** A store with these objects. */
    public static MemoryStore of(Map<String, byte[]> objects) {
        MemoryStore store = new MemoryStore();
        store.objects.putAll(objects);
        return store;
    }

    public MemoryStore put(String key, String text) {
        objects.put(key, text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public MemoryStore put(String key, byte[] bytes) {
        objects.put(key, bytes);
        return this;
    }

    /** All formats and stores of the class path, and this one. */
    public Volumes volumes() {
        Volumes volumes = Volumes.fromClassPath();
        volumes.addStore(this);
        return volumes;
    }

    @Override
    public boolean serves(Address address) {
        return address.uri().getScheme().equals("mem");
    }

    @Override
    public Store open(Address address) {
        open++;
        return this;
    }

    /** How many openers have not closed. */
    public int open() {
        return open;
    }

    @Override
    public Address root() {
        return ROOT;
    }

    private Optional<byte[]> find(String key, String request) throws IOException {
        StoreKeys.checked(key);
        requests.add(request);
        if (trouble.containsKey(key)) {
            throw trouble.get(key);
        }
        return Optional.ofNullable(objects.get(key));
    }

    @Override
    public Optional<byte[]> read(String key) throws IOException {
        return find(key, key);
    }

    @Override
    public Optional<byte[]> read(String key, long offset, int length) throws IOException {
        return find(key, key + " " + offset + "+" + length).map(bytes -> {
            int from = (int) Math.min(offset, bytes.length);
            return Arrays.copyOfRange(bytes, from, (int) Math.min(bytes.length, (long) from + length));
        });
    }

    @Override
    public Optional<byte[]> readTail(String key, int length) throws IOException {
        return find(key, key + " -" + length)
                .map(bytes -> Arrays.copyOfRange(bytes, Math.max(0, bytes.length - length), bytes.length));
    }

    @Override
    public Optional<Long> size(String key) throws IOException {
        return find(key, key + " size").map(bytes -> (long) bytes.length);
    }

    @Override
    public Optional<List<String>> list(String prefix) {
        if (!lists) {
            return Optional.empty();
        }
        TreeSet<String> names = new TreeSet<>();
        String start = prefix.isEmpty() ? "" : prefix + "/";
        for (String key : objects.keySet()) {
            if (key.startsWith(start)) {
                String rest = key.substring(start.length());
                int slash = rest.indexOf('/');
                names.add(slash < 0 ? rest : rest.substring(0, slash + 1));
            }
        }
        return Optional.of(List.copyOf(names));
    }

    @Override
    public void write(String key, byte[] bytes) throws IOException {
        find(key, key + " write");
        objects.put(key, bytes);
    }

    @Override
    public void delete(String key) {
        objects.remove(key);
    }

    @Override
    public void close() {
        open--;
    }
}
