package org.morphodepot.label.tools.draw;

import org.morphodepot.label.tool.VoxelMask;
import org.morphodepot.volume.VoxelBox;

/**
 * The voxels that a brush covers on its way from one sample to the next: an ellipsoid, or an ellipse in one slice, swept along
 * the straight line between them, so that fast strokes have no gaps. In coordinates divided by the radii it is all points at
 * most 1 away from a line segment; such a body is convex, and one interval per row of voxels describes it.
 */
final class SweptBrush {

    private static final double TOLERANCE = 1e-9;

    private final double[] radii;
    private final VoxelBox scan;

    /** @param radii in voxels, at least one half each, else a stroke could have gaps */
    SweptBrush(double[] radii, VoxelBox scan) {
        this.radii = radii.clone();
        this.scan = scan;
    }

    /**
     * Adds what a ball-shaped brush covers.
     *
     * @param from where the brush was, in continuous voxel coordinates
     * @param to where it is
     * @return the box that was added to
     */
    VoxelBox sweepBall(VoxelMask mask, double[] from, double[] to) {
        VoxelBox box = box(from, to).intersect(scan);
        Capsule capsule = new Capsule(from, to, radii);
        for (int z = box.z0(); z < box.z1(); z++) {
            for (int y = box.y0(); y < box.y1(); y++) {
                if (capsule.meetsRow(y / radii[1], z / radii[2])) {
                    mask.addRow(Math.max(box.x0(), first(capsule.low * radii[0])),
                            Math.min(box.x1(), last(capsule.high * radii[0]) + 1), y, z);
                }
            }
        }
        return box.union(addNearest(mask, from)).union(addNearest(mask, to));
    }

    /** As {@link #sweepBall} with a disc in the slice of {@code to} across {@code axis}. */
    VoxelBox sweepDisc(VoxelMask mask, double[] from, double[] to, int axis) {
        int slice = (int) Math.rint(to[axis]);
        double[] a = inSlice(from, axis, slice);
        double[] b = inSlice(to, axis, slice);
        VoxelBox box = slab(box(a, b), axis, slice).intersect(scan);
        // Rows run along an axis of the slice; the slice's own axis takes no part in distances.
        int along = axis == 0 ? 1 : 0;
        int across = 3 - axis - along;
        Capsule capsule = new Capsule(inOrder(a, along, across, axis), inOrder(b, along, across, axis),
                inOrder(radii, along, across, axis));
        int[] voxel = new int[3];
        voxel[axis] = slice;
        for (int v = box.min(across); v < box.max(across) && !box.isEmpty(); v++) {
            if (capsule.meetsRow(v / radii[across], slice / radii[axis])) {
                voxel[across] = v;
                addRow(mask, voxel, along, Math.max(box.min(along), first(capsule.low * radii[along])),
                        Math.min(box.max(along), last(capsule.high * radii[along]) + 1));
            }
        }
        return box.union(addNearest(mask, a)).union(addNearest(mask, b));
    }

    private static void addRow(VoxelMask mask, int[] voxel, int along, int start, int end) {
        if (along == 0) {
            mask.addRow(start, end, voxel[1], voxel[2]);
        } else {
            for (int i = start; i < end; i++) {
                mask.add(voxel[0], i, voxel[2]);
            }
        }
    }

    /** The voxel under the pointer always belongs to the stroke. */
    private VoxelBox addNearest(VoxelMask mask, double[] point) {
        int x = (int) Math.rint(point[0]);
        int y = (int) Math.rint(point[1]);
        int z = (int) Math.rint(point[2]);
        if (!scan.contains(x, y, z)) {
            return VoxelBox.EMPTY;
        }
        mask.add(x, y, z);
        return new VoxelBox(x, y, z, x + 1, y + 1, z + 1);
    }

    private VoxelBox box(double[] a, double[] b) {
        int[] low = new int[3];
        int[] high = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            low[axis] = first(Math.min(a[axis], b[axis]) - radii[axis]);
            high[axis] = last(Math.max(a[axis], b[axis]) + radii[axis]) + 1;
        }
        return new VoxelBox(low[0], low[1], low[2], high[0], high[1], high[2]);
    }

    private static VoxelBox slab(VoxelBox box, int axis, int slice) {
        VoxelBox all = new VoxelBox(Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE,
                Integer.MAX_VALUE, Integer.MAX_VALUE);
        return box.intersect(switch (axis) {
            case 0 -> new VoxelBox(slice, all.y0(), all.z0(), slice + 1, all.y1(), all.z1());
            case 1 -> new VoxelBox(all.x0(), slice, all.z0(), all.x1(), slice + 1, all.z1());
            default -> new VoxelBox(all.x0(), all.y0(), slice, all.x1(), all.y1(), slice + 1);
        });
    }

    private static double[] inSlice(double[] point, int axis, int slice) {
        double[] moved = point.clone();
        moved[axis] = slice;
        return moved;
    }

    private static double[] inOrder(double[] values, int first, int second, int third) {
        return new double[] {values[first], values[second], values[third]};
    }

    private static int first(double low) {
        return (int) Math.ceil(low - TOLERANCE);
    }

    private static int last(double high) {
        return (int) Math.floor(high + TOLERANCE);
    }
}
