package org.morphodepot.volume.zarr.metadata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.spi.Store;

/**
 * Groups and arrays below one store, of Zarr v3 or else v2. Works where listing is impossible: nodes are asked for by
 * path. Consolidated metadata found in a group saves asking again for what is below it. Blocks; thread-safe.
 */
public final class Hierarchy {

    private static final String V3 = "zarr.json";
    private static final String V2_ARRAY = ".zarray";
    private static final String V2_GROUP = ".zgroup";
    private static final String V2_ATTRIBUTES = ".zattrs";
    private static final String V2_CONSOLIDATED = ".zmetadata";

    private final Documents documents;
    private final Store store;
    private final Map<String, Json> consolidated = new ConcurrentHashMap<>();

    public Hierarchy(Store store) {
        this.store = store;
        this.documents = new Documents(store);
    }

    /** What to call the node at {@code path} in messages. */
    public String name(String path) {
        return documents.name(path);
    }

    /** The node at the root of the store. */
    public Optional<Node> root() throws IOException {
        Found found = documents.read(List.of(V3, V2_ARRAY, V2_ATTRIBUTES, V2_GROUP, V2_CONSOLIDATED));
        found.checkAccess();
        remember("", found.find(V2_CONSOLIDATED).flatMap(json -> json.find("metadata")));
        return node("", found);
    }

    /** The node at {@code path}; empty when there is neither a group nor an array. */
    public Optional<Node> node(String path) throws IOException {
        return Optional.ofNullable(nodes(List.of(path)).get(path));
    }

    /** The nodes at these paths that exist. */
    public Map<String, Node> nodes(List<String> paths) throws IOException {
        Found found = new Found();
        List<String> unknown = new ArrayList<>();
        for (String path : paths) {
            List<String> keys = Stream.of(V3, V2_ARRAY, V2_ATTRIBUTES, V2_GROUP).map(name -> below(path, name))
                    .toList();
            keys.stream().filter(consolidated::containsKey).forEach(key -> found.add(key, consolidated.get(key)));
            if (keys.stream().noneMatch(consolidated::containsKey)) {
                unknown.addAll(keys);
            }
        }
        if (!unknown.isEmpty()) {
            found.addAll(documents.read(unknown));
            found.checkAccess();
        }
        Map<String, Node> nodes = new HashMap<>();
        for (String path : paths) {
            node(path, found).ifPresent(node -> nodes.put(path, node));
        }
        return nodes;
    }

    private Optional<Node> node(String path, Found found) throws VolumeException {
        Optional<Json> v3 = found.get(below(path, V3));
        if (v3.isPresent()) {
            return Optional.of(nodeV3(path, v3.get()));
        }
        Optional<Json> array = found.get(below(path, V2_ARRAY));
        Optional<Json> attributes = found.get(below(path, V2_ATTRIBUTES));
        Json known = attributes.orElse(Json.empty(name(below(path, V2_ATTRIBUTES))));
        if (array.isPresent()) {
            return Optional.of(new Node.Array(path, known, ArrayV2.read(array.get())));
        }
        boolean group = attributes.isPresent() || found.has(below(path, V2_GROUP));
        return group ? Optional.of(new Node.Group(path, known, 2)) : Optional.empty();
    }

    private Node nodeV3(String path, Json json) throws VolumeException {
        Json attributes = json.find("attributes").orElse(Json.empty(json.file()));
        String type = json.get("node_type").text();
        return switch (type) {
            case "array" -> new Node.Array(path, attributes, ArrayV3.read(json));
            case "group" -> {
                remember(path, json.find("consolidated_metadata").flatMap(c -> c.find("metadata")));
                yield new Node.Group(path, attributes, 3);
            }
            default -> throw json.get("node_type").wrong("must be array or group");
        };
    }

    private void remember(String path, Optional<Json> metadata) throws VolumeException {
        if (metadata.isEmpty() || !metadata.get().isObject()) {
            return;
        }
        for (Map.Entry<String, Json> member : metadata.get().members()) {
            boolean v2 = member.getKey().matches("(.*/)?\\.z(array|group|attrs)");
            String key = below(path, v2 ? member.getKey() : below(member.getKey(), V3));
            if (member.getValue().isObject()) {
                consolidated.put(key, member.getValue().standalone(name(key)));
            }
        }
    }

    /** Paths of arrays near {@code path}, as far as the store lists and not more than {@code most}. */
    public List<String> arrays(String path, int most) throws IOException {
        List<String> arrays = new ArrayList<>();
        consolidated.keySet().stream().sorted().filter(key -> isArray(key) && key.startsWith(path))
                .map(key -> key.substring(0, key.lastIndexOf('/'))).limit(most).forEach(arrays::add);
        if (arrays.isEmpty()) {
            list(path, 3, most, arrays);
        }
        return arrays;
    }

    private boolean isArray(String key) {
        return key.indexOf('/') > 0 && (key.endsWith(V2_ARRAY)
                || key.endsWith(V3) && consolidated.get(key).find("shape").isPresent());
    }

    /** Never deeper than {@code depth}: folders can contain themselves by links. */
    private void list(String path, int depth, int most, List<String> arrays) throws IOException {
        List<String> names = store.list(path).orElse(List.of());
        for (String name : names.size() > 200 ? names.subList(0, 200) : names) {
            if (arrays.size() >= most || !name.endsWith("/")) {
                continue;
            }
            String child = below(path, name.substring(0, name.length() - 1));
            List<String> inside = store.list(child).orElse(List.of());
            if (inside.contains(V2_ARRAY) || inside.contains(V3) && isArrayV3(child)) {
                arrays.add(child);
            } else if (depth > 1) {
                list(child, depth - 1, most, arrays);
            }
        }
    }

    private boolean isArrayV3(String path) throws IOException {
        return documents.read(List.of(below(path, V3))).find(below(path, V3)).flatMap(j -> j.find("shape")).isPresent();
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : name.isEmpty() ? path : path + "/" + name;
    }
}
