package org.morphodepot.volume.nrrd.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.spi.Store;

/**
 * An object of a store, read by ranges.
 *
 * @param store of the header's folder; not closed by the source
 * @param key name in the store
 */
public record RemoteSource(Store store, String key) implements Source {

    /** Without the query, which may be a signature. */
    @Override
    public String name() {
        String address = store.root().child(key).toString();
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    @Override
    public long size() throws IOException {
        return store.size(key).orElseThrow(this::missing);
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        byte[] bytes = range(position, length);
        System.arraycopy(bytes, 0, into, offset, bytes.length);
        return bytes.length;
    }

    @Override
    public InputStream stream(long position) throws IOException {
        return new RangeStream(this, position, size());
    }

    /** {@code length} bytes, fewer at the end. */
    byte[] range(long position, int length) throws IOException {
        Optional<byte[]> bytes = store.read(key, position, length);
        byte[] range = bytes.orElseThrow(this::missing);
        if (range.length > length) {
            throw new VolumeException(Kind.UNREACHABLE, name() + ": the server sent " + range.length + " bytes where "
                    + length + " were asked for; it may not support range requests");
        }
        return range;
    }

    private VolumeException missing() {
        return new VolumeException(Kind.NOT_FOUND, "there is no file " + name());
    }
}
