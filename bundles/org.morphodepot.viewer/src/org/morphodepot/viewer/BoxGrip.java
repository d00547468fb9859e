package org.morphodepot.viewer;

import java.util.Optional;

import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

/**
 * What of a box somebody takes hold of in a slice: a side, a corner, or the box as a whole. Positions are screen pixels of the
 * view.
 *
 * @param right side along the plane's right axis: -1 the lower index, 1 the higher, 0 neither
 * @param down side along the plane's down axis, likewise
 */
public record BoxGrip(int right, int down) {

    /** All of it: neither side changes its distance from the other. */
    public static final BoxGrip WHOLE = new BoxGrip(0, 0);

    /** What of the box is under a position, with {@code reach} pixels to spare; empty outside of it. */
    public static Optional<BoxGrip> at(ViewTransform view, VoxelBox box, double x, double y, double reach) {
        if (box.isEmpty()) {
            return Optional.empty();
        }
        double[] acrossEdges = edges(view, box, true);
        double[] alongEdges = edges(view, box, false);
        if (isOutside(x, acrossEdges, reach) || isOutside(y, alongEdges, reach)) {
            return Optional.empty();
        }
        return Optional.of(new BoxGrip(side(x, acrossEdges, reach), side(y, alongEdges, reach)));
    }

    /** Screen positions of the lower and the higher side of a box, across or along the view. */
    public static double[] edges(ViewTransform view, VoxelBox box, boolean across) {
        int axis = across ? view.plane().right() : view.plane().down();
        double low = box.min(axis) - 0.5;
        double high = box.max(axis) - 0.5;
        return across ? new double[] {view.screenX(low), view.screenX(high)}
                : new double[] {view.screenY(low), view.screenY(high)};
    }

    private static boolean isOutside(double at, double[] edges, double reach) {
        return at < Math.min(edges[0], edges[1]) - reach || at > Math.max(edges[0], edges[1]) + reach;
    }

    /** Of a box that is smaller than the hand, the nearer side. */
    private static int side(double at, double[] edges, double reach) {
        double low = Math.abs(at - edges[0]);
        double high = Math.abs(at - edges[1]);
        return Math.min(low, high) > reach ? 0 : low <= high ? -1 : 1;
    }

    /** The box after a drag from one position to another; never empty, never outside the scan. */
    public VoxelBox dragged(ViewTransform view, VoxelBox box, double[] from, double[] to, VoxelSize size) {
        int dx = (int) Math.round(view.right(to[0]) - view.right(from[0]));
        int dy = (int) Math.round(view.down(to[1]) - view.down(from[1]));
        VoxelBox moved = shifted(box, view.plane().right(), right, dx, size);
        return shifted(moved, view.plane().down(), down, dy, size);
    }

    private VoxelBox shifted(VoxelBox box, int axis, int side, int by, VoxelSize size) {
        int low = box.min(axis);
        int high = box.max(axis);
        if (equals(WHOLE)) {
            int inside = Math.clamp(by, -low, size.get(axis) - high);
            return with(box, axis, low + inside, high + inside);
        }
        return switch (side) {
            case -1 -> with(box, axis, Math.clamp((long) low + by, 0, high - 1), high);
            case 1 -> with(box, axis, low, Math.clamp((long) high + by, low + 1, size.get(axis)));
            default -> box;
        };
    }

    /**
     * A new box drawn in a slice from one position to another. Across the slice it keeps the extent of {@code before} when that
     * holds the slice; else it becomes as deep as the drawn rectangle is wide on average.
     */
    public static VoxelBox drawn(ViewTransform view, int slice, VoxelBox before, double[] from, double[] to, VoxelSize size) {
        int right = view.plane().right();
        int down = view.plane().down();
        int normal = view.plane().normal();
        VoxelBox flat = span(VoxelBox.EMPTY, right, view.right(from[0]), view.right(to[0]), size);
        flat = span(flat, down, view.down(from[1]), view.down(to[1]), size);
        if (!before.isEmpty() && before.min(normal) <= slice && slice < before.max(normal)) {
            return with(flat, normal, before.min(normal), before.max(normal));
        }
        int half = (flat.max(right) - flat.min(right) + flat.max(down) - flat.min(down)) / 4;
        return span(flat, normal, slice - half, slice + half, size);
    }

    private static VoxelBox span(VoxelBox box, int axis, double a, double b, VoxelSize size) {
        int last = size.get(axis) - 1;
        int low = (int) Math.clamp(Math.round(Math.min(a, b)), 0L, last);
        int high = (int) Math.clamp(Math.round(Math.max(a, b)), 0L, last);
        return with(box, axis, low, high + 1);
    }

    /** The box with other bounds along one axis. */
    public static VoxelBox with(VoxelBox box, int axis, int low, int high) {
        return new VoxelBox(axis == 0 ? low : box.x0(), axis == 1 ? low : box.y0(), axis == 2 ? low : box.z0(),
                axis == 0 ? high : box.x1(), axis == 1 ? high : box.y1(), axis == 2 ? high : box.z1());
    }
}
