package org.morphodepot.volume.zarr.write;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * The metadata of a {@code labels} group: OME-NGFF 0.4 on Zarr v2, or 0.5 on Zarr v3.
 *
 * @param names of the label images, which are its folders
 */
public record LabelGroup(List<String> names, int zarr) {

    /** All documents by key, the one with the list last. */
    public Map<String, byte[]> documents() {
        JsonObject list = new JsonObject();
        JsonArray labels = new JsonArray();
        names.forEach(labels::add);
        Map<String, byte[]> documents = new LinkedHashMap<>();
        JsonObject group = new JsonObject();
        group.addProperty("zarr_format", zarr);
        if (zarr == 2) {
            list.add("labels", labels);
            documents.put(".zgroup", bytes(group));
            documents.put(".zattrs", bytes(list));
        } else {
            list.addProperty("version", "0.5");
            list.add("labels", labels);
            JsonObject attributes = new JsonObject();
            attributes.add("ome", list);
            group.addProperty("node_type", "group");
            group.add("attributes", attributes);
            documents.put("zarr.json", bytes(group));
        }
        return documents;
    }

    private static byte[] bytes(JsonObject json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
