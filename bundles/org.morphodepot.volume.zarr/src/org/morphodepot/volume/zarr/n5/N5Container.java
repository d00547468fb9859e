package org.morphodepot.volume.zarr.n5;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.zarr.ZarrImage;
import org.morphodepot.volume.zarr.metadata.Attributes;
import org.morphodepot.volume.zarr.metadata.Json;
import org.morphodepot.volume.zarr.metadata.Limits;
import org.morphodepot.volume.zarr.ngff.Multiscale;

/** Finds the image that a place in a container stands for. Nothing is listed, except to give advice. Blocks. */
final class N5Container {

    private static final String FILE = "attributes.json";
    private static final int DEEPEST = 4;
    private static final List<String> MARKS = List.of("n5", "multiScale", "multiscales", "painteraData",
            "downsamplingFactors", "pixelResolution", "scales");

    private final Store store;
    private final Attributes attributes;

    N5Container(Store store) {
        this.store = store;
        this.attributes = new Attributes(store, FILE);
    }

    /** The image at the root of the store; empty when this is no N5. */
    Optional<ZarrImage> image() throws IOException {
        Map<String, Json> found = attributes.read(List.of("", "s0", "data", "setup0"));
        if (found.isEmpty() || !isN5(found)) {
            return Optional.empty();
        }
        Optional<N5Levels> levels = levels("", Optional.ofNullable(found.get("")), N5Scale.unknown(), 0);
        if (levels.isEmpty()) {
            throw noImage();
        }
        return Optional.of(levels.get().image());
    }

    /** Other programs have files of this name, too. */
    private boolean isN5(Map<String, Json> found) {
        Json root = found.get("");
        boolean known = root != null && (N5Array.isDataset(root) || MARKS.stream().anyMatch(key -> root.find(key).isPresent()));
        boolean named = store.root().name().endsWith(".n5");
        return known || named || found.containsKey("s0") && N5Array.isDataset(found.get("s0"));
    }

    /** Looks at a place and, by the conventions of BigDataViewer and Paintera, at those below it. */
    private Optional<N5Levels> levels(String path, Optional<Json> here, N5Scale above, int depth) throws IOException {
        N5Scale scale = here.isPresent() ? above.with(here.get()) : above;
        if (here.filter(N5Array::isDataset).isPresent()) {
            N5Levels one = new N5Levels();
            one.add(path, here.get(), withTransform(scale, here.get()));
            return Optional.of(one);
        }
        Optional<N5Levels> levels = listed(path, here, scale);
        if (levels.isEmpty()) {
            levels = numbered(path, here, scale);
        }
        for (String name : List.of("data", "setup0", "timepoint0")) {
            if (levels.isEmpty() && depth < DEEPEST) {
                String below = below(path, name);
                Map<String, Json> found = attributes.read(List.of(below, below(below, "s0"), below(below, "timepoint0")));
                levels = found.isEmpty() ? levels : levels(below, Optional.ofNullable(found.get(below)), scale, depth + 1);
            }
        }
        return levels;
    }

    /** Levels named by {@code multiscales}. */
    private Optional<N5Levels> listed(String path, Optional<Json> here, N5Scale scale) throws IOException {
        Optional<Json> images = here.flatMap(json -> json.find("multiscales")).filter(Json::isArray);
        if (images.isEmpty() || images.get().items().isEmpty()) {
            return Optional.empty();
        }
        List<Json> datasets = images.get().items().getFirst().get("datasets").items();
        if (datasets.size() > Limits.LEVELS) {
            throw new VolumeException(Kind.TOO_LARGE, images.get().file() + ": it has more than " + Limits.LEVELS + " levels");
        }
        N5Levels levels = new N5Levels();
        for (Json dataset : datasets) {
            String below = below(path, Multiscale.path(dataset.get("path")));
            Json found = attributes.read(List.of(below)).get(below);
            if (found == null) {
                throw dataset.get("path").wrong("names a level that is missing; copy or download the scan again");
            }
            N5Scale own = scale.with(found);
            levels.add(below, found, withTransform(own, dataset.find("transform").isPresent() ? dataset : found));
        }
        return levels.isEmpty() ? Optional.empty() : Optional.of(levels);
    }

    private static N5Scale withTransform(N5Scale scale, Json owner) throws VolumeException {
        Optional<Json> transform = owner.find("transform").filter(Json::isObject);
        return transform.isPresent() && transform.get().find("scale").isPresent() ? scale.withTransform(transform.get())
                : scale;
    }

    /** Levels called s0, s1 and so on, until one is missing. */
    private Optional<N5Levels> numbered(String path, Optional<Json> here, N5Scale scale) throws IOException {
        N5Levels levels = new N5Levels();
        Optional<List<Json>> factors = factors(here);
        for (int first = 0; first < Limits.LEVELS; first += 8) {
            List<String> names = IntStream.range(first, first + 8).mapToObj(i -> below(path, "s" + i)).toList();
            Map<String, Json> found = attributes.read(names);
            for (int i = 0; i < names.size(); i++) {
                Json level = found.get(names.get(i));
                if (level == null || !N5Array.isDataset(level)) {
                    return levels.isEmpty() ? Optional.empty() : Optional.of(levels);
                }
                levels.add(names.get(i), level, scale(scale, level, factors, first + i));
            }
        }
        return Optional.of(levels);
    }

    /** The factors of all levels, where the group has them. */
    private static Optional<List<Json>> factors(Optional<Json> here) throws VolumeException {
        Optional<Json> list = here.flatMap(json -> json.find("scales").or(() -> json.find("downsamplingFactors")))
                .filter(Json::isArray).filter(N5Scale::isListOfLists);
        return list.isPresent() ? Optional.of(list.get().items()) : Optional.empty();
    }

    private static N5Scale scale(N5Scale group, Json level, Optional<List<Json>> factors, int number)
            throws VolumeException {
        N5Scale own = group.with(level);
        if (own.factor().isPresent() || factors.isEmpty() || number >= factors.get().size()) {
            return own;
        }
        double[] factor = N5Scale.positive(factors.get().get(number), new double[] {1, 1, 1});
        return new N5Scale(Optional.of(factor), own.spacing(), own.origin(), own.unit());
    }

    private VolumeException noImage() throws IOException {
        List<String> names = store.list("").orElse(List.of()).stream().filter(name -> name.endsWith("/")).limit(8)
                .map(name -> name.substring(0, name.length() - 1)).toList();
        String advice = names.isEmpty() ? "; open one of its data sets"
                : "; open one of its data sets, perhaps in " + String.join(", ", names);
        return new VolumeException(Kind.UNSUPPORTED, store.root() + " is an N5 group without an image" + advice);
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
