package org.morphodepot.volume.zarr.ngff;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.zarr.metadata.Json;

/**
 * A list of {@code coordinateTransformations}: position = scale * index + translation, per axis. Arrays are shared.
 *
 * @param scale one per axis
 * @param translation one per axis; empty when the list has none
 * @param isGiven whether the file has a scale at all
 */
record Placement(double[] scale, Optional<double[]> translation, boolean isGiven) {

    static Placement identity(int rank) {
        double[] ones = new double[rank];
        Arrays.fill(ones, 1);
        return new Placement(ones, Optional.empty(), false);
    }

    /** Reads the list inside {@code owner}, which may have none. */
    static Placement of(Json owner, int rank) throws VolumeException {
        Placement placement = identity(rank);
        Optional<Json> list = owner.find("coordinateTransformations");
        if (list.isEmpty()) {
            return placement;
        }
        List<Json> steps = list.get().items();
        for (Json step : steps) {
            placement = placement.then(step, rank);
        }
        return placement;
    }

    private Placement then(Json step, int rank) throws VolumeException {
        String type = step.get("type").text();
        return switch (type) {
            case "identity" -> this;
            case "scale" -> scaled(checked(values(step, "scale", rank), step.get("scale")));
            case "translation" -> moved(values(step, "translation", rank));
            default -> throw step.unsupported("the coordinate transformation " + type + " is not supported");
        };
    }

    private static double[] values(Json step, String key, int rank) throws VolumeException {
        if (step.find(key).isEmpty() && step.find("path").isPresent()) {
            throw step.unsupported("coordinate transformations in separate files are not supported");
        }
        double[] values = step.get(key).numbers();
        if (values.length != rank) {
            throw step.get(key).wrong("must have " + rank + " numbers");
        }
        return values;
    }

    private static double[] checked(double[] scale, Json json) throws VolumeException {
        for (double s : scale) {
            if (s <= 0) {
                throw json.wrong("must be positive");
            }
        }
        return scale;
    }

    private Placement scaled(double[] factors) {
        return new Placement(product(scale, factors), translation.map(t -> product(t, factors)), true);
    }

    private Placement moved(double[] by) {
        double[] moved = by.clone();
        translation.ifPresent(t -> Arrays.setAll(moved, i -> t[i] + by[i]));
        return new Placement(scale, Optional.of(moved), isGiven);
    }

    private static double[] product(double[] a, double[] b) {
        double[] product = new double[a.length];
        Arrays.setAll(product, i -> a[i] * b[i]);
        return product;
    }

    /** This one first, then {@code outer}. */
    Placement within(Placement outer) {
        double[] s = product(scale, outer.scale);
        boolean moves = translation.isPresent() || outer.translation.isPresent();
        double[] t = new double[scale.length];
        Arrays.setAll(t, i -> at(translation, i) * outer.scale[i] + at(outer.translation, i));
        return new Placement(s, moves ? Optional.of(t) : Optional.empty(), isGiven || outer.isGiven);
    }

    double translation(int axis) {
        return at(translation, axis);
    }

    private static double at(Optional<double[]> values, int axis) {
        return values.map(v -> v[axis]).orElse(0.0);
    }
}
