package org.morphodepot.volume.zarr.ngff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which axes of an array are x, y and z.
 *
 * @param x its number, or -1 when there is none; the array then counts as one voxel wide
 */
public record SpatialAxes(int x, int y, int z) {

    private static final String NAMES = "xyz";

    /** The last three axes of an array that says nothing about them. */
    public static SpatialAxes last(int rank) {
        return new SpatialAxes(rank - 1, Math.max(-1, rank - 2), Math.max(-1, rank - 3));
    }

    /**
     * The axes in space. When they are called x, y and z in some order, their names count; otherwise the last one is x.
     *
     * @throws IllegalArgumentException when there are more than three or none
     */
    public static SpatialAxes of(List<Axis> axes) {
        List<Integer> spatial = new ArrayList<>();
        int[] named = {-1, -1, -1};
        int known = 0;
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).isSpatial()) {
                spatial.add(i);
                String name = axes.get(i).name().toLowerCase(Locale.ROOT);
                int which = name.length() == 1 ? NAMES.indexOf(name) : -1;
                if (which >= 0 && named[which] < 0) {
                    named[which] = i;
                    known++;
                }
            }
        }
        if (spatial.isEmpty() || spatial.size() > 3) {
            throw new IllegalArgumentException(spatial.isEmpty() ? "no axis lies in space"
                    : "more than three axes lie in space");
        }
        return known == spatial.size() ? new SpatialAxes(named[0], named[1], named[2]) : byPlace(spatial);
    }

    private static SpatialAxes byPlace(List<Integer> spatial) {
        int n = spatial.size();
        return new SpatialAxes(spatial.get(n - 1), n > 1 ? spatial.get(n - 2) : -1, n > 2 ? spatial.get(n - 3) : -1);
    }

    /** The number of axis x (0), y (1) or z (2), or -1. */
    public int get(int which) {
        return which == 0 ? x : which == 1 ? y : z;
    }

    public boolean isThree() {
        return x >= 0 && y >= 0 && z >= 0;
    }
}
