package org.morphodepot.volume.zarr.array;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.ObjectBody;
import org.morphodepot.volume.spi.Store;

/**
 * The chunks of an array whose metadata could be read. Object stores answer "denied" for an object that is not there to those
 * who may not list the bucket. So when a chunk is denied, the metadata is asked for once more: if we may still read that, the
 * chunk is missing; otherwise access was lost and nothing must be taken for empty.
 *
 * @param documents keys of metadata; one that can be read is enough
 */
record DeniedAsMissing(Store store, List<String> documents) implements Store {

    @FunctionalInterface
    private interface Request<T> {
        Optional<T> ask() throws IOException;
    }

    private <T> Optional<T> forgiving(Request<T> request) throws IOException {
        try {
            return request.ask();
        } catch (VolumeException e) {
            if (e.kind() == Kind.ACCESS_DENIED && mayStillRead()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean mayStillRead() throws IOException {
        for (String document : documents) {
            try {
                if (store.tag(document).isPresent()) {
                    return true;
                }
            } catch (VolumeException e) {
                if (e.kind() != Kind.ACCESS_DENIED) {
                    throw e;
                }
            }
        }
        return false;
    }

    @Override
    public Address root() {
        return store.root();
    }

    @Override
    public Optional<byte[]> read(String key) throws IOException {
        return forgiving(() -> store.read(key));
    }

    @Override
    public Optional<ObjectBody> open(String key) throws IOException {
        return forgiving(() -> store.open(key));
    }

    @Override
    public Optional<byte[]> read(String key, long offset, int length) throws IOException {
        return forgiving(() -> store.read(key, offset, length));
    }

    @Override
    public Optional<byte[]> readTail(String key, int length) throws IOException {
        return forgiving(() -> store.readTail(key, length));
    }

    @Override
    public Optional<Long> size(String key) throws IOException {
        return forgiving(() -> store.size(key));
    }

    @Override
    public Optional<List<String>> list(String prefix) throws IOException {
        return store.list(prefix);
    }

    @Override
    public void write(String key, byte[] bytes) throws IOException {
        store.write(key, bytes);
    }

    @Override
    public void delete(String key) throws IOException {
        store.delete(key);
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
