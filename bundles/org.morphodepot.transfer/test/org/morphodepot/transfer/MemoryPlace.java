package org.morphodepot.transfer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.spi.BodySource;
import org.morphodepot.volume.spi.BulkStore;
import org.morphodepot.volume.spi.ObjectBody;
import org.morphodepot.volume.spi.ObjectEntry;
import org.morphodepot.volume.spi.PartWriter;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.spi.StoreBusyException;
import org.morphodepot.volume.spi.StoreProvider;

/** An object store in memory at {@code mem://} addresses that can be told to fail. */
final class MemoryPlace implements StoreProvider {

    final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    final Map<String, byte[]> parts = new ConcurrentHashMap<>();
    final AtomicInteger failures = new AtomicInteger();
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger written = new AtomicInteger();
    volatile boolean spoils;

    @Override
    public boolean serves(Address address) {
        return address.uri().getScheme().equals("mem");
    }

    @Override
    public Store open(Address address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<BulkStore> bulk(Address address) {
        return Optional.of(new Bulk(address));
    }

    static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Bulk implements BulkStore {

        private final Address root;

        Bulk(Address root) {
            this.root = root;
        }

        private String full(String key) {
            String path = root.uri().getPath().replaceFirst("^/", "");
            return path.isEmpty() ? key : key.isEmpty() ? path : path + "/" + key;
        }

        @Override
        public Address root() {
            return root;
        }

        @Override
        public boolean walk(String prefix, boolean deep, EntrySink sink) throws IOException {
            String below = full(prefix).isEmpty() ? "" : full(prefix) + "/";
            int skip = full("").isEmpty() ? 0 : full("").length() + 1;
            for (String key : objects.keySet()) {
                if (key.startsWith(below)) {
                    sink.accept(entry(key.substring(skip)).orElseThrow());
                }
            }
            return true;
        }

        @Override
        public Optional<ObjectEntry> entry(String key) {
            return Optional.ofNullable(objects.get(full(key))).map(
                    bytes -> new ObjectEntry(key, bytes.length, md5(bytes), Optional.of(Instant.EPOCH)));
        }

        @Override
        public Optional<ObjectBody> open(String key, long offset, long length) throws IOException {
            opened.incrementAndGet();
            fail();
            return Optional.ofNullable(objects.get(full(key))).map(bytes -> new ObjectBody(length,
                    new ByteArrayInputStream(bytes, (int) offset, (int) length)));
        }

        private void fail() throws StoreBusyException {
            if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new StoreBusyException("the store is busy", null);
            }
        }

        private byte[] read(long length, BodySource body) throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            try (InputStream in = body.open()) {
                in.transferTo(all);
            }
            if (all.size() != length) {
                throw new IOException("length");
            }
            byte[] bytes = all.toByteArray();
            if (spoils && bytes.length > 0) {
                bytes[0] ^= 1;
            }
            return bytes;
        }

        @Override
        public String write(String key, long length, BodySource body) throws IOException {
            byte[] bytes = read(length, body);
            fail();
            written.incrementAndGet();
            objects.put(full(key), bytes);
            return md5(bytes);
        }

        @Override
        public PartWriter writeInParts(String key, long length, long partLength, String state) {
            return new Parts(full(key), length, partLength);
        }

        @Override
        public void delete(String key) {
            objects.remove(full(key));
        }

        @Override
        public void close() {
            // nothing is held open
        }

        private final class Parts implements PartWriter {

            private final String key;
            private final long length;
            private final long partLength;

            Parts(String key, long length, long partLength) {
                this.key = key;
                this.length = length;
                this.partLength = partLength;
            }

            @Override
            public boolean has(int index) {
                return parts.containsKey(key + "#" + index);
            }

            @Override
            public void write(int index, long count, BodySource body) throws IOException {
                fail();
                written.incrementAndGet();
                parts.put(key + "#" + index, read(count, body));
            }

            @Override
            public String complete() {
                byte[] all = new byte[(int) length];
                for (int i = 0; i * partLength < length; i++) {
                    byte[] part = parts.remove(key + "#" + i);
                    System.arraycopy(part, 0, all, (int) (i * partLength), part.length);
                }
                objects.put(key, all);
                return "unlike-md5";
            }

            @Override
            public void discard() {
                parts.clear();
            }

            @Override
            public void close() {
                // parts stay
            }
        }
    }
}
