package org.morphodepot.label.segnrrd;

import java.util.ArrayList;
import java.util.List;

import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

/** Brings a segmentation to another grid: each voxel gets the label of the nearest voxel. */
final class Resampling {

    private final LabelLayer source;
    private final Grid target;
    /** Source index of target voxel (0, 0, 0), and the steps along the target's axes. */
    private final double[] start;
    private final double[][] step = new double[3][3];

    private Resampling(LabelLayer source, Grid from, Grid target) {
        this.source = source;
        this.target = target;
        double[][] toIndex = from.worldToIndex()
                .orElseThrow(() -> new IllegalArgumentException("the axes of the segmentation do not span space"));
        start = from.index(toIndex, target, 0, 0, 0);
        for (int axis = 0; axis < 3; axis++) {
            double[] next = from.index(toIndex, target, axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0);
            for (int c = 0; c < 3; c++) {
                step[axis][c] = next[c] - start[c];
            }
        }
    }

    static Segmentation nearest(Segmentation from, Grid target, Progress progress) {
        Grid grid = new Grid(from.size(), from.geometry());
        List<LabelLayer> layers = new ArrayList<>();
        for (LabelLayer layer : from.layers()) {
            layers.add(new Resampling(layer, grid, target).resampled(progress));
        }
        return new Segmentation(target.size(), target.geometry(), from.segments(), layers, from.fields());
    }

    private LabelLayer resampled(Progress progress) {
        VoxelSize size = target.size();
        LabelLayer result = LabelLayer.empty(size);
        int rows = blocks(size.z());
        for (int bz = 0; bz < rows && !source.occupied().isEmpty(); bz++) {
            progress.check();
            progress.report(bz, rows, "Resampling the segmentation");
            List<BlockChange> changes = new ArrayList<>();
            for (int by = 0; by < blocks(size.y()); by++) {
                for (int bx = 0; bx < blocks(size.x()); bx++) {
                    VoxelBox box = result.voxels(bx, by, bz);
                    if (reaches(box)) {
                        changes.add(new BlockChange(bx, by, bz, block(box)));
                    }
                }
            }
            result = result.with(changes);
        }
        return result;
    }

    /** Whether any voxel of a target box may come from a labelled one: corners span a box in the source. */
    private boolean reaches(VoxelBox box) {
        VoxelBox occupied = source.occupied();
        for (int c = 0; c < 3; c++) {
            double low = start[c];
            double high = start[c];
            for (int axis = 0; axis < 3; axis++) {
                double a = step[axis][c] * box.min(axis);
                double b = step[axis][c] * (box.max(axis) - 1);
                low += Math.min(a, b);
                high += Math.max(a, b);
            }
            if (high < occupied.min(c) - 1 || low > occupied.max(c)) {
                return false;
            }
        }
        return true;
    }

    private Block block(VoxelBox box) {
        char[] labels = new char[Block.VOXELS];
        for (int z = box.z0(); z < box.z1(); z++) {
            for (int y = box.y0(); y < box.y1(); y++) {
                int index = ((z - box.z0()) << Block.SHIFT | y - box.y0()) << Block.SHIFT;
                for (int x = box.x0(); x < box.x1(); x++) {
                    labels[index++] = (char) at(x, y, z);
                }
            }
        }
        return Block.of(labels);
    }

    private int at(int x, int y, int z) {
        int i = (int) Math.rint(start[0] + step[0][0] * x + step[1][0] * y + step[2][0] * z);
        int j = (int) Math.rint(start[1] + step[0][1] * x + step[1][1] * y + step[2][1] * z);
        int k = (int) Math.rint(start[2] + step[0][2] * x + step[1][2] * y + step[2][2] * z);
        return source.occupied().contains(i, j, k) ? source.label(i, j, k) : 0;
    }

    private static int blocks(int side) {
        return (side - 1 >> Block.SHIFT) + 1;
    }
}
