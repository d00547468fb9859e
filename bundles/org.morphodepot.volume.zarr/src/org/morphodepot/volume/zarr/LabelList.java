package org.morphodepot.volume.zarr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.zarr.metadata.Hierarchy;
import org.morphodepot.volume.zarr.metadata.Json;
import org.morphodepot.volume.zarr.metadata.Node;
import org.morphodepot.volume.zarr.ngff.Multiscale;

/** The label images that a {@code labels} group lists. */
record LabelList(Hierarchy hierarchy) {

    private static final String LABELS = "labels";
    /** More than any real group has; each is opened. */
    private static final int MOST = 256;

    /** Paths below the root: of its own list, or of the group {@code labels} when the root is an image. */
    List<String> paths() throws IOException {
        if (!(hierarchy.root().orElse(null) instanceof Node.Group root)) {
            return List.of();
        }
        List<String> own = names(root, "");
        Json ome = Multiscale.ome(root.attributes());
        if (!own.isEmpty() || ome.find("multiscales").isEmpty() || ome.find("image-label").isPresent()) {
            return own;
        }
        Optional<Node> labels = hierarchy.node(LABELS);
        return labels.isPresent() && labels.get() instanceof Node.Group group ? names(group, LABELS + "/") : List.of();
    }

    private static List<String> names(Node.Group group, String prefix) throws VolumeException {
        Optional<Json> list = Multiscale.ome(group.attributes()).find(LABELS).filter(Json::isArray);
        List<Json> items = list.isPresent() ? list.get().items() : List.of();
        if (items.size() > MOST) {
            throw new VolumeException(Kind.TOO_LARGE, list.get().file() + " lists more than " + MOST + " label images");
        }
        List<String> names = new ArrayList<>();
        for (Json item : items) {
            names.add(prefix + Multiscale.path(item));
        }
        return List.copyOf(names);
    }
}
