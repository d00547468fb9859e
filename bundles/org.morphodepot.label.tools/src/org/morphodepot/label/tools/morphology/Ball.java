package org.morphodepot.label.tools.morphology;

import org.morphodepot.label.tools.Distances;
import org.morphodepot.label.tools.Tile;

/**
 * Morphology with a ball: grows, shrinks, opens, closes, or leaves a shell. Lengths are in voxels of the finest axis.
 *
 * @param operation what to do
 * @param radius of the ball; for shells the thickness of the wall
 * @param spacing of the axes relative to the finest
 */
record Ball(Operation operation, double radius, double[] spacing) implements Filter {

    enum Operation {
        GROW, SHRINK, OPEN, CLOSE,
        /** The wall lies outside the surface. */
        SHELL_OUTSIDE,
        /** The surface is in the middle of the wall. */
        SHELL_BETWEEN,
        /** The wall lies inside the surface. */
        SHELL_INSIDE
    }

    @Override
    public int[] reach() {
        double far = switch (operation) {
            case OPEN, CLOSE -> 2 * radius;
            case GROW, SHRINK, SHELL_OUTSIDE, SHELL_INSIDE -> radius;
            case SHELL_BETWEEN -> radius / 2;
        };
        int[] reach = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            reach[axis] = (int) Math.min(Integer.MAX_VALUE / 4, Math.ceil(far / spacing[axis]) + 1);
        }
        return reach;
    }

    @Override
    public boolean inUniform(boolean value) {
        return switch (operation) {
            case GROW, SHRINK, OPEN, CLOSE -> value;
            case SHELL_OUTSIDE, SHELL_BETWEEN, SHELL_INSIDE -> false;
        };
    }

    @Override
    public boolean[] apply(Tile tile) {
        boolean[] set = tile.set();
        return switch (operation) {
            case GROW -> grown(set, tile, radius);
            case SHRINK -> shrunk(set, tile, radius);
            case OPEN -> grown(shrunk(set, tile, radius), tile, radius);
            case CLOSE -> shrunk(grown(set, tile, radius), tile, radius);
            case SHELL_OUTSIDE -> Distances.minus(grown(set, tile, radius), set);
            case SHELL_BETWEEN -> Distances.minus(grown(set, tile, radius / 2), shrunk(set, tile, radius / 2));
            case SHELL_INSIDE -> Distances.minus(set.clone(), shrunk(set, tile, radius));
        };
    }

    private boolean[] grown(boolean[] set, Tile tile, double by) {
        return Distances.within(by, true, set, tile.box(), spacing);
    }

    private boolean[] shrunk(boolean[] set, Tile tile, double by) {
        return Distances.not(Distances.within(by, false, set, tile.box(), spacing));
    }
}
