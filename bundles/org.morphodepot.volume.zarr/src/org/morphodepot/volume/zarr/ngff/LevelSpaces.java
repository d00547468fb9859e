package org.morphodepot.volume.zarr.ngff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.zarr.ngff.ImageSpace.LevelSpace;

/**
 * Works out how the levels lie against level 0. Files without scales, or with the same scale for all, are judged by the
 * sizes of their levels; files without translations are taken to cover the same space, corner to corner.
 */
record LevelSpaces(SpatialAxes axes, List<Placement> placements, List<long[]> shapes) {

    List<LevelSpace> all() {
        boolean scaled = placements.stream().allMatch(Placement::isGiven) && scalesDiffer();
        boolean moved = placements.stream().map(Placement::translation).anyMatch(Optional::isPresent);
        List<LevelSpace> spaces = new ArrayList<>();
        for (int level = 0; level < placements.size(); level++) {
            double[] scale = {1, 1, 1};
            double[] offset = new double[3];
            for (int i = 0; i < 3; i++) {
                int axis = axes.get(i);
                if (axis >= 0) {
                    scale[i] = scaled ? placements.get(level).scale()[axis] / first().scale()[axis]
                            : bySize(level, axis);
                    offset[i] = moved && scaled ? offset(level, axis) : (scale[i] - 1) / 2;
                    check(scale[i], offset[i]);
                }
            }
            spaces.add(new LevelSpace(scale, offset));
        }
        return spaces;
    }

    private Placement first() {
        return placements.getFirst();
    }

    private double offset(int level, int axis) {
        return (placements.get(level).translation(axis) - first().translation(axis)) / first().scale()[axis];
    }

    private static void check(double scale, double offset) {
        if (!(scale > 0) || !Double.isFinite(scale) || !Double.isFinite(offset)) {
            throw new IllegalArgumentException("a level is out of range");
        }
    }

    private boolean scalesDiffer() {
        boolean sizesDiffer = false;
        for (int level = 1; level < placements.size(); level++) {
            for (int i = 0; i < 3; i++) {
                int axis = axes.get(i);
                if (axis >= 0 && placements.get(level).scale()[axis] != first().scale()[axis]) {
                    return true;
                }
                sizesDiffer |= axis >= 0 && shapes.get(level)[axis] != shapes.getFirst()[axis];
            }
        }
        return !sizesDiffer;
    }

    /** The power of two that explains the sizes, rounded down or up; else their ratio. */
    private double bySize(int level, int axis) {
        long full = shapes.getFirst()[axis];
        long size = shapes.get(level)[axis];
        for (long factor = 1; factor <= full; factor *= 2) {
            if (full / factor == size || (full + factor - 1) / factor == size) {
                return factor;
            }
        }
        return (double) full / Math.max(1, size);
    }
}
