package org.morphodepot.volume.zarr.metadata;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.volume.spi.Store;

/** Reads the attribute documents of groups, all of one file name, several at a time. Blocks; thread-safe. */
public final class Attributes {

    private final Documents documents;
    private final String file;

    public Attributes(Store store, String file) {
        this.documents = new Documents(store);
        this.file = file;
    }

    /**
     * The documents of these groups that exist.
     *
     * @throws org.morphodepot.volume.VolumeException when the store cannot be reached or a document is damaged
     */
    public Map<String, Json> read(List<String> groups) throws IOException {
        Found found = documents.read(groups.stream().map(this::key).toList());
        Map<String, Json> read = new HashMap<>();
        for (String group : groups) {
            Optional<Json> document = found.get(key(group));
            document.filter(Json::isObject).ifPresent(json -> read.put(group, json));
        }
        return read;
    }

    private String key(String group) {
        return group.isEmpty() ? file : group + "/" + file;
    }
}
