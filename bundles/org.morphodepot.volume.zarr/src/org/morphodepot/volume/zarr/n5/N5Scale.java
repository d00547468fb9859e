package org.morphodepot.volume.zarr.n5;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.zarr.metadata.Json;

/**
 * Where a level of an image lies, along x, y, z.
 *
 * @param factor size of its voxels in voxels of the finest level; empty when the file does not say
 * @param spacing size of a voxel of the finest level
 * @param origin centre of the first voxel of the finest level
 * @param unit of spacing and origin; empty when unknown
 */
record N5Scale(Optional<double[]> factor, double[] spacing, double[] origin, String unit) {

    /** Nothing is known. */
    static N5Scale unknown() {
        return new N5Scale(Optional.empty(), new double[] {1, 1, 1}, new double[3], "");
    }

    /** What the attributes of a group or data set add to what is known from those above. */
    N5Scale with(Json attributes) throws VolumeException {
        double[] resolution = spacing;
        String word = unit;
        Optional<Json> pixels = attributes.find("pixelResolution");
        if (pixels.isPresent()) {
            Json numbers = pixels.get().isObject() ? pixels.get().get("dimensions") : pixels.get();
            resolution = positive(numbers, spacing);
            word = unit(pixels.get().isObject() ? pixels.get().find("unit") : Optional.empty());
        } else if (attributes.find("resolution").isPresent()) {
            resolution = positive(attributes.get("resolution"), spacing);
            word = unit(attributes.find("units").or(() -> attributes.find("unit")));
        }
        Optional<Json> start = attributes.find("offset").filter(Json::isArray);
        Optional<Json> factors = attributes.find("downsamplingFactors").filter(Json::isArray)
                .filter(list -> !isListOfLists(list));
        return new N5Scale(factors.isPresent() ? Optional.of(positive(factors.get(), new double[] {1, 1, 1})) : factor,
                resolution, start.isPresent() ? three(start.get(), origin) : origin, word.isEmpty() ? unit : word);
    }

    /** A scale and translation in the order of the arrays' axes, slowest first, as COSEM writes it into each data set. */
    N5Scale withTransform(Json transform) throws VolumeException {
        double[] scale = positive(transform.get("scale"), spacing);
        double[] move = transform.find("translate").isPresent() ? three(transform.get("translate"), origin) : origin;
        Optional<Json> axes = transform.find("axes").filter(Json::isArray);
        boolean xFirst = axes.isPresent() && !axes.get().items().isEmpty()
                && axes.get().items().getFirst().text().equals("x");
        Optional<Json> units = transform.find("units").filter(Json::isArray);
        String word = units.isPresent() && !units.get().items().isEmpty() ? units.get().items().getFirst().text() : unit;
        return new N5Scale(factor, xFirst ? scale : turned(scale), xFirst ? move : turned(move), word);
    }

    private static double[] turned(double[] values) {
        return new double[] {values[2], values[1], values[0]};
    }

    static boolean isListOfLists(Json list) {
        try {
            List<Json> items = list.items();
            return !items.isEmpty() && items.getFirst().isArray();
        } catch (VolumeException e) {
            return false;
        }
    }

    private static String unit(Optional<Json> json) throws VolumeException {
        if (json.isPresent() && json.get().isArray()) {
            return json.get().items().isEmpty() ? "" : json.get().items().getFirst().text();
        }
        return json.isPresent() ? json.get().text() : "";
    }

    /** The first three numbers of a list; further ones belong to other axes, missing ones are as they were. */
    private static double[] three(Json list, double[] before) throws VolumeException {
        double[] given = list.numbers();
        double[] three = before.clone();
        System.arraycopy(given, 0, three, 0, Math.min(3, given.length));
        if (Arrays.stream(three).anyMatch(n -> !Double.isFinite(n))) {
            throw list.wrong("must be finite numbers");
        }
        return three;
    }

    static double[] positive(Json list, double[] before) throws VolumeException {
        double[] three = three(list, before);
        if (Arrays.stream(three).anyMatch(n -> n <= 0)) {
            throw list.wrong("must be positive");
        }
        return three;
    }
}
