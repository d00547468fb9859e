package org.morphodepot.volume.zarr.metadata;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.Store;

/** Reads JSON documents of a store, several at a time: far away each costs a round trip. Blocks; thread-safe. */
final class Documents {

    private final Store store;

    Documents(Store store) {
        this.store = store;
    }

    /** What to call a document in messages. */
    String name(String key) {
        return key.isEmpty() ? store.root().toString() : store.root() + "/" + key;
    }

    /**
     * Asks for all of these documents.
     *
     * @throws VolumeException when the store cannot be reached
     */
    Found read(List<String> keys) throws IOException {
        Found found = new Found();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<Optional<Json>>> answers = new LinkedHashMap<>();
            keys.forEach(key -> answers.put(key, threads.submit(() -> read(key))));
            for (Map.Entry<String, Future<Optional<Json>>> answer : answers.entrySet()) {
                try {
                    result(answer.getValue()).ifPresent(json -> found.add(answer.getKey(), json));
                } catch (VolumeException e) {
                    found.add(answer.getKey(), keepable(e));
                }
            }
        }
        return found;
    }

    private static VolumeException keepable(VolumeException e) throws VolumeException {
        if (e.kind() == Kind.MALFORMED || e.kind() == Kind.ACCESS_DENIED || e.kind() == Kind.TOO_LARGE) {
            return e;
        }
        throw e;
    }

    private static Optional<Json> result(Future<Optional<Json>> answer) throws IOException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while opening");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IOException(e.getCause());
        }
    }

    private Optional<Json> read(String key) throws IOException {
        Optional<byte[]> bytes = store.read(key, 0, Limits.JSON_BYTES + 1);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        if (bytes.get().length > Limits.JSON_BYTES) {
            throw new VolumeException(Kind.TOO_LARGE, name(key) + " is larger than " + (Limits.JSON_BYTES >> 20)
                    + " MiB and is not read");
        }
        return Optional.of(Json.parse(name(key), bytes.get()));
    }
}
