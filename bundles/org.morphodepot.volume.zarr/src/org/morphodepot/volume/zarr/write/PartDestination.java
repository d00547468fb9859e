package org.morphodepot.volume.zarr.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder of another destination, which is committed and closed as a whole.
 *
 * @param prefix of the keys, with the slash
 */
record PartDestination(Destination whole, String prefix) implements Destination {

    @Override
    public void write(String key, byte[] bytes) throws IOException {
        whole.write(prefix + key, bytes);
    }

    @Override
    public void adopt(String key, Path file) throws IOException {
        whole.adopt(prefix + key, file);
    }

    @Override
    public void replace(String key, byte[] bytes) throws IOException {
        whole.replace(prefix + key, bytes);
    }

    @Override
    public Optional<byte[]> read(String key) throws IOException {
        return whole.read(prefix + key);
    }

    @Override
    public Optional<byte[]> tail(String key, int length) throws IOException {
        return whole.tail(prefix + key, length);
    }

    @Override
    public Optional<Long> size(String key) throws IOException {
        return whole.size(prefix + key);
    }

    @Override
    public Path scratch() {
        return whole.scratch();
    }

    @Override
    public void commit() {
        // with the whole
    }

    @Override
    public void close() {
        // with the whole
    }
}
