package org.morphodepot.label.tools.seeds;

import java.io.IOException;

import org.morphodepot.label.tool.BlockBits;
import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.label.tool.EditableArea;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.label.tools.IntensityHistogram;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelBox;

import static org.morphodepot.label.Block.SHIFT;

/**
 * The dense arrays that seeds grow in: around all seeds with a margin. A label here is the number of a segment among the
 * {@link Seeds}.
 *
 * @param box inside the scan
 * @param labels seeds, and walls where other segments or masked voxels are
 * @param values grey values from 0 to {@link Growth#LEVELS}
 */
record SeedBox(VoxelBox box, char[] labels, short[] values) {

    /** Voxels at most; each takes 9 bytes. */
    static final long MOST = 64_000_000;

    /** Share of the seeds' box that is added on each side, and voxels at least; as in 3D Slicer. */
    private static final double MARGIN = 0.2;
    private static final int LEAST_MARGIN = 3;

    static SeedBox read(ToolContext context, Seeds seeds, Progress progress) throws IOException {
        VoxelBox box = padded(seeds.box()).intersect(context.segmentation().size().box());
        if (box.voxels() > MOST) {
            throw new VolumeException(VolumeException.Kind.TOO_LARGE, "The seeds span " + box.voxels() / 1_000_000
                    + " million voxels, and at most " + MOST / 1_000_000
                    + " million can be grown at once; hide segments that are far away and grow in parts");
        }
        char[] labels = seeds.read(box, progress);
        SeedBox result = new SeedBox(box, labels, new short[labels.length]);
        result.shutMasked(new EditableArea(context));
        result.readValues(context, progress);
        return result;
    }

    private static VoxelBox padded(VoxelBox box) {
        int x = margin(box.width());
        int y = margin(box.height());
        int z = margin(box.depth());
        return new VoxelBox(box.x0() - x, box.y0() - y, box.z0() - z, box.x1() + x, box.y1() + y, box.z1() + z);
    }

    private static int margin(int side) {
        return Math.max(LEAST_MARGIN, (int) Math.ceil(side * MARGIN));
    }

    private void shutMasked(EditableArea area) throws IOException {
        VoxelBox blocks = BlockMask.blocks(box);
        BlockMask all = BlockMask.all(box);
        long[] bits = new long[BlockMask.WORDS];
        for (int bz = blocks.z0(); bz < blocks.z1(); bz++) {
            for (int by = blocks.y0(); by < blocks.y1(); by++) {
                for (int bx = blocks.x0(); bx < blocks.x1(); bx++) {
                    boolean any = all.read(bx, by, bz, bits) && area.restrict(bx, by, bz, bits);
                    shut(any ? bits : new long[BlockMask.WORDS], bx, by, bz);
                }
            }
        }
    }

    private void shut(long[] open, int bx, int by, int bz) {
        VoxelBox part = BlockBits.cell(bx, by, bz).intersect(box);
        for (int z = part.z0(); z < part.z1(); z++) {
            for (int y = part.y0(); y < part.y1(); y++) {
                int row = BlockBits.row(open, y - (by << SHIFT), z - (bz << SHIFT)) >>> part.x0() - (bx << SHIFT);
                int i = index(part.x0(), y, z);
                for (int k = 0; k < part.width(); k++) {
                    if ((row >>> k & 1) == 0 && labels[i + k] == 0) {
                        labels[i + k] = Growth.WALL;
                    }
                }
            }
        }
    }

    private void readValues(ToolContext context, Progress progress) throws IOException {
        IntensityHistogram histogram = IntensityHistogram.of(context.intensities(), box, progress);
        double scale = Growth.LEVELS / (histogram.high() - histogram.low());
        float[] slice = new float[Math.multiplyExact(box.width(), box.height())];
        for (int z = box.z0(), i = 0; z < box.z1(); z++) {
            progress.check();
            progress.report(z - box.z0(), box.depth(), "Reading the scan around the seeds");
            context.intensities().read(new VoxelBox(box.x0(), box.y0(), z, box.x1(), box.y1(), z + 1), slice);
            for (float value : slice) {
                // A value that is not a number becomes 0.
                values[i++] = (short) Math.clamp((value - histogram.low()) * scale, 0, Growth.LEVELS);
            }
        }
    }

    int index(int x, int y, int z) {
        return ((z - box.z0()) * box.height() + y - box.y0()) * box.width() + x - box.x0();
    }
}
