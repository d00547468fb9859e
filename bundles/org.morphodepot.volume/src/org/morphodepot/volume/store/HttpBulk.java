package org.morphodepot.volume.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.BodySource;
import org.morphodepot.volume.spi.BulkStore;
import org.morphodepot.volume.spi.ObjectBody;
import org.morphodepot.volume.spi.ObjectEntry;
import org.morphodepot.volume.spi.PartWriter;
import org.morphodepot.volume.spi.StoreBusyException;

/** Files of a web server, to be fetched one by one. */
final class HttpBulk implements BulkStore {

    private static final int STEP = 8 << 20;

    private final HttpStore store;

    HttpBulk(HttpStore store) {
        this.store = store;
    }

    @Override
    public Address root() {
        return store.root();
    }

    @Override
    public boolean walk(String prefix, boolean deep, EntrySink sink) {
        return false;
    }

    @Override
    public Optional<ObjectEntry> entry(String key) throws IOException {
        Optional<Long> size = store.size(key);
        return size.isEmpty() ? Optional.empty()
                : Optional.of(new ObjectEntry(key, size.get(), store.tag(key).orElse(""), Optional.empty()));
    }

    @Override
    public Optional<ObjectBody> open(String key, long offset, long length) throws IOException {
        Optional<ObjectBody> whole = offset == 0 && length <= STEP ? store.open(key) : Optional.empty();
        if (whole.isPresent() && whole.get().length() == length) {
            return whole;
        }
        if (whole.isPresent()) {
            whole.get().close();
        }
        return Optional.of(new ObjectBody(length, new Ranges(key, offset, offset + length)));
    }

    /** Asks for one range after the other. */
    private final class Ranges extends InputStream {

        private final String key;
        private final long end;
        private long next;
        private ByteArrayInputStream here = new ByteArrayInputStream(new byte[0]);

        Ranges(String key, long start, long end) {
            this.key = key;
            this.next = start;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (here.available() == 0) {
                if (next >= end) {
                    return -1;
                }
                int count = (int) Math.min(STEP, end - next);
                byte[] bytes = store.read(key, next, count).orElse(new byte[0]);
                if (bytes.length < count) {
                    throw new StoreBusyException(HttpTrouble.shown(store.root().uri()) + " ended early; did it change? try again",
                            null);
                }
                next += count;
                here = new ByteArrayInputStream(bytes);
            }
            return here.read(into, offset, length);
        }
    }

    @Override
    public String write(String key, long length, BodySource body) throws IOException {
        throw readOnly();
    }

    @Override
    public PartWriter writeInParts(String key, long length, long partLength, String state) throws IOException {
        throw readOnly();
    }

    @Override
    public void delete(String key) throws IOException {
        throw readOnly();
    }

    private VolumeException readOnly() {
        return new VolumeException(Kind.UNSUPPORTED, "cannot write to " + HttpTrouble.shown(store.root().uri())
                + ": web addresses are only read; choose a folder of this computer or an s3:// address");
    }

    @Override
    public void close() {
        store.close();
    }
}
