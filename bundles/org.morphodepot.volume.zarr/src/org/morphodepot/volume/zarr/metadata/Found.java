package org.morphodepot.volume.zarr.metadata;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

/**
 * What asking for several documents gave. Trouble with one only counts when that document is needed. One thread at a
 * time.
 */
final class Found {

    private final Map<String, Json> documents = new HashMap<>();
    private final Map<String, VolumeException> trouble = new HashMap<>();

    void add(String key, Json document) {
        documents.put(key, document);
    }

    void add(String key, VolumeException problem) {
        trouble.put(key, problem);
    }

    void addAll(Found other) {
        documents.putAll(other.documents);
        trouble.putAll(other.trouble);
    }

    boolean has(String key) {
        return documents.containsKey(key);
    }

    /** A document; many public stores answer "forbidden" for what does not exist, so that counts as missing. */
    Optional<Json> get(String key) throws VolumeException {
        VolumeException problem = trouble.get(key);
        if (problem != null && problem.kind() != Kind.ACCESS_DENIED) {
            throw problem;
        }
        return find(key);
    }

    /** A document that we can do without. */
    Optional<Json> find(String key) {
        return Optional.ofNullable(documents.get(key));
    }

    /** Throws when nothing at all was found and access was refused. */
    void checkAccess() throws VolumeException {
        if (documents.isEmpty() && !trouble.isEmpty()) {
            throw trouble.values().iterator().next();
        }
    }
}
