package org.morphodepot.volume.zarr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.zarr.metadata.ArrayMetadata;
import org.morphodepot.volume.zarr.metadata.Hierarchy;
import org.morphodepot.volume.zarr.metadata.Json;
import org.morphodepot.volume.zarr.metadata.Node;
import org.morphodepot.volume.zarr.ngff.Axis;
import org.morphodepot.volume.zarr.ngff.ImageSpace;
import org.morphodepot.volume.zarr.ngff.Multiscale;

/** Finds the image that a node of a hierarchy stands for. */
record Opening(Store store, Hierarchy hierarchy) {

    private static final int NAMED = 8;

    ZarrDataset open(Node node) throws IOException {
        return switch (node) {
            case Node.Array array -> plain(array);
            case Node.Group group -> image(group);
        };
    }

    private ZarrDataset plain(Node.Array array) {
        ImageSpace space = ImageSpace.plain(array.metadata().rank());
        return new ZarrDataset(store, new ZarrImage("zarr", List.of(array.path()), List.of(array.metadata()),
                array.metadata().dimensionNames(), space, List.of(), false, List.of()));
    }

    private ZarrDataset image(Node.Group group) throws IOException {
        Optional<Multiscale> image = Multiscale.of(group.attributes());
        if (image.isPresent()) {
            return image(group, image.get());
        }
        Optional<String> series = firstSeries(group);
        if (series.isPresent()) {
            Optional<Node> first = hierarchy.node(series.get());
            if (first.isPresent() && first.get() instanceof Node.Group inner) {
                Optional<Multiscale> found = Multiscale.of(inner.attributes());
                if (found.isPresent()) {
                    return image(inner, found.get());
                }
            }
        }
        throw noImage(group);
    }

    /** Where bioformats2raw put its first image. */
    private Optional<String> firstSeries(Node.Group group) throws IOException {
        if (Multiscale.ome(group.attributes()).find("bioformats2raw.layout").isEmpty()) {
            return Optional.empty();
        }
        Optional<Json> series = hierarchy.node("OME").flatMap(ome -> Multiscale.ome(ome.attributes()).find("series"));
        if (series.isPresent() && !series.get().items().isEmpty()) {
            return Optional.of(Multiscale.path(series.get().items().getFirst()));
        }
        return Optional.of("0");
    }

    private ZarrDataset image(Node.Group group, Multiscale image) throws IOException {
        List<String> paths = image.paths().stream().map(path -> below(group.path(), path)).toList();
        Map<String, Node> nodes = hierarchy.nodes(paths);
        List<ArrayMetadata> arrays = new ArrayList<>();
        for (String path : paths) {
            if (!(nodes.get(path) instanceof Node.Array array)) {
                throw new VolumeException(Kind.NOT_FOUND, hierarchy.name(group.path()) + ": its level " + path
                        + " is missing; copy or download the scan again");
            }
            arrays.add(array.metadata());
        }
        checkLevels(group, arrays);
        List<long[]> shapes = arrays.stream().map(ArrayMetadata::shape).toList();
        List<String> axes = image.axes(shapes.getFirst().length).stream().map(Axis::name).toList();
        return new ZarrDataset(store, new ZarrImage("ome-zarr", paths, arrays, axes,
                ImageSpace.of(image, shapes, group.attributes()), image.channels(), image.isLabel(), image.labels()));
    }

    private void checkLevels(Node.Group group, List<ArrayMetadata> arrays) throws VolumeException {
        ArrayMetadata first = arrays.getFirst();
        for (ArrayMetadata array : arrays) {
            if (array.rank() != first.rank() || !array.type().word().equals(first.type().word())) {
                throw new VolumeException(Kind.MALFORMED, hierarchy.name(group.path())
                        + ": its levels differ in type or number of axes");
            }
        }
    }

    private VolumeException noImage(Node.Group group) throws IOException {
        String name = hierarchy.name(group.path());
        Json ome = Multiscale.ome(group.attributes());
        Optional<Json> plate = ome.find("plate");
        Optional<Json> labels = ome.find("labels");
        if (plate.isPresent()) {
            return new VolumeException(Kind.UNSUPPORTED, name + " is a plate of many images; open one of them, such as "
                    + name + "/A/1/0");
        }
        if (labels.isPresent() && labels.get().isArray() && !labels.get().items().isEmpty()) {
            Json label = labels.get().items().getFirst();
            return new VolumeException(Kind.UNSUPPORTED, name + " is a list of label images; open one of them, such as "
                    + name + "/" + label.text());
        }
        List<String> arrays = hierarchy.arrays(group.path(), NAMED + 1);
        if (arrays.isEmpty()) {
            return new VolumeException(Kind.UNSUPPORTED, name + " is a Zarr group without an image (no multiscales)");
        }
        String more = arrays.size() > NAMED ? ", …" : "";
        return new VolumeException(Kind.UNSUPPORTED, name + " is a Zarr group without an image (no multiscales);"
                + " open one of its arrays: " + String.join(", ", arrays.subList(0, Math.min(NAMED, arrays.size())))
                + more);
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : name.isEmpty() ? path : path + "/" + name;
    }
}
