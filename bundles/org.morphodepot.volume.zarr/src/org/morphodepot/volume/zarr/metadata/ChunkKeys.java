package org.morphodepot.volume.zarr.metadata;

import java.util.Optional;

import org.morphodepot.volume.VolumeException;

/**
 * Names the objects that hold chunks, below the array.
 *
 * @param prefix what comes first: empty, or {@code c} in Zarr v3
 * @param separator {@code .} or {@code /}
 * @param fastestFirst whether the place along the fastest axis comes first, as in N5
 */
public record ChunkKeys(String prefix, char separator, boolean fastestFirst) {

    /** Names with the slowest axis first. */
    public ChunkKeys(String prefix, char separator) {
        this(prefix, separator, false);
    }

    /** Zarr v2: {@code dimension_separator}, by default a dot. */
    static ChunkKeys ofV2(Json array) throws VolumeException {
        return new ChunkKeys("", separator(array.find("dimension_separator"), '.'));
    }

    /** Zarr v3: {@code chunk_key_encoding}. */
    static ChunkKeys ofV3(Json array) throws VolumeException {
        Json encoding = array.get("chunk_key_encoding");
        String name = encoding.isText() ? encoding.text() : encoding.get("name").text();
        Optional<Json> separator = encoding.find("configuration").flatMap(c -> c.find("separator"));
        return switch (name) {
            case "default" -> new ChunkKeys("c", separator(separator, '/'));
            case "v2" -> new ChunkKeys("", separator(separator, '.'));
            default -> throw encoding.unsupported("the chunk key encoding " + name + " is unknown");
        };
    }

    private static char separator(Optional<Json> value, char usual) throws VolumeException {
        if (value.isEmpty()) {
            return usual;
        }
        String text = value.get().text();
        if (!text.equals("/") && !text.equals(".")) {
            throw value.get().wrong("must be '.' or '/'");
        }
        return text.charAt(0);
    }

    /** The key of the chunk at this place of the grid, without the array's path. */
    public String key(long[] chunk) {
        StringBuilder key = new StringBuilder(prefix);
        for (int i = 0; i < chunk.length; i++) {
            if (!key.isEmpty()) {
                key.append(separator);
            }
            key.append(chunk[fastestFirst ? chunk.length - 1 - i : i]);
        }
        return key.isEmpty() ? "0" : key.toString();
    }
}
