package org.morphodepot.volume.zarr.metadata;

/** A group or an array of a hierarchy. */
public sealed interface Node {

    /** Path below the store's root, empty for the root. */
    String path();

    /** The user's attributes: {@code .zattrs}, or {@code attributes} in Zarr v3. */
    Json attributes();

    /** 2 or 3. */
    int zarrFormat();

    /** A group. */
    record Group(String path, Json attributes, int zarrFormat) implements Node {
    }

    /** An array. */
    record Array(String path, Json attributes, ArrayMetadata metadata) implements Node {
        @Override
        public int zarrFormat() {
            return metadata.zarrFormat();
        }
    }
}
