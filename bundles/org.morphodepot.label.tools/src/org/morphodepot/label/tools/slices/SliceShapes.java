package org.morphodepot.label.tools.slices;

import java.io.IOException;

import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.label.tool.Length;
import org.morphodepot.label.tool.VoxelMask;
import org.morphodepot.label.tools.Distances;
import org.morphodepot.label.tools.Tile;
import org.morphodepot.volume.VoxelBox;

/**
 * Interpolates between two slices of a set. Holds two slices of distances. Where the shapes of the two slices do not overlap
 * at all, plain interpolation would give nothing; they are then moved along the line between their centres.
 */
final class SliceShapes {

    private final BlockMask set;
    private final VoxelBox box;
    private final VoxelBox scan;
    private final int axis;
    private final double[] spacing;
    private final int along;
    private final int across;

    /**
     * @param box around the set
     * @param axis across the slices
     */
    SliceShapes(BlockMask set, VoxelBox box, int axis, Segmentation segmentation) {
        this.set = set;
        // One more voxel all around, so that every slice has background to be distant from.
        this.box = box.grow(1);
        this.axis = axis;
        scan = segmentation.size().box();
        spacing = Length.relativeSpacing(segmentation.geometry());
        along = axis == 0 ? 1 : 0;
        across = 3 - axis - along;
    }

    /** One slice: voxels, signed distances to the outline (positive inside), and the centre in slice coordinates. */
    private record Shape(boolean[] set, float[] distance, double u, double v) {
    }

    /** Adds the voxels of the slices strictly between two others. */
    void fillBetween(int from, int to, VoxelMask filled) throws IOException {
        Shape a = shape(from);
        Shape b = shape(to);
        boolean apart = !overlap(a.set, b.set);
        double du = apart ? b.u - a.u : 0;
        double dv = apart ? b.v - a.v : 0;
        for (int slice = from + 1; slice < to; slice++) {
            double t = (slice - from) / (double) (to - from);
            int[] shiftA = {(int) Math.rint(t * du), (int) Math.rint(t * dv)};
            int[] shiftB = {shiftA[0] - (int) Math.rint(du), shiftA[1] - (int) Math.rint(dv)};
            fill(slice, a, shiftA, b, shiftB, t, filled);
        }
    }

    private void fill(int slice, Shape a, int[] shiftA, Shape b, int[] shiftB, double t, VoxelMask filled) {
        int[] voxel = new int[3];
        voxel[axis] = slice;
        for (int v = 0; v < height(); v++) {
            for (int u = 0; u < width(); u++) {
                double distance = (1 - t) * at(a, u - shiftA[0], v - shiftA[1]) + t * at(b, u - shiftB[0], v - shiftB[1]);
                voxel[along] = box.min(along) + u;
                voxel[across] = box.min(across) + v;
                if (distance > 0 && scan.contains(voxel[0], voxel[1], voxel[2])) {
                    filled.add(voxel[0], voxel[1], voxel[2]);
                }
            }
        }
    }

    private double at(Shape shape, int u, int v) {
        return u < 0 || v < 0 || u >= width() || v >= height() ? Double.NEGATIVE_INFINITY : shape.distance[v * width() + u];
    }

    private Shape shape(int slice) throws IOException {
        VoxelBox plane = switch (axis) {
            case 0 -> new VoxelBox(slice, box.y0(), box.z0(), slice + 1, box.y1(), box.z1());
            case 1 -> new VoxelBox(box.x0(), slice, box.z0(), box.x1(), slice + 1, box.z1());
            default -> new VoxelBox(box.x0(), box.y0(), slice, box.x1(), box.y1(), slice + 1);
        };
        boolean[] inside = Tile.read(set, plane, plane).set();
        float[] toShape = Distances.squaredTo(true, inside, plane, spacing);
        float[] toGround = Distances.squaredTo(false, inside, plane, spacing);
        float[] distance = new float[inside.length];
        double u = 0;
        double v = 0;
        long count = 0;
        for (int i = 0; i < inside.length; i++) {
            // Half a voxel less on both sides: the outline runs between voxel centres.
            distance[i] = (float) (inside[i] ? Math.sqrt(toGround[i]) - 0.5 : 0.5 - Math.sqrt(toShape[i]));
            if (inside[i]) {
                u += i % width();
                v += i / width();
                count++;
            }
        }
        return new Shape(inside, distance, u / count, v / count);
    }

    private static boolean overlap(boolean[] a, boolean[] b) {
        for (int i = 0; i < a.length; i++) {
            if (a[i] && b[i]) {
                return true;
            }
        }
        return false;
    }

    private int width() {
        return box.max(along) - box.min(along);
    }

    private int height() {
        return box.max(across) - box.min(across);
    }
}
