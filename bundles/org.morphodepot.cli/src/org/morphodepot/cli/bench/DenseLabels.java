package org.morphodepot.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.morphodepot.label.Block;
import org.morphodepot.label.Blocks;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelSize;

/**
 * Labels that leave no voxel free: wavy sheets {@link #SHEET} voxels thick, so that nearly every block holds many segments.
 * The worst that a labelling can do to memory short of noise.
 */
final class DenseLabels {

    private static final int SHEET = 6;
    private static final double WAVE = 60;

    private final VoxelSize size;
    /** Labels along x, repeated until the largest shift has a whole row. */
    private final byte[] sheets;
    private final int period;

    private DenseLabels(VoxelSize size, int segments) {
        this.size = size;
        period = SHEET * segments;
        sheets = new byte[period + Block.SIDE];
        for (int i = 0; i < sheets.length; i++) {
            sheets[i] = (byte) (1 + i % period / SHEET);
        }
    }

    /** @param segments 1 to 255 */
    static Segmentation of(VoxelSize size, Geometry geometry, int segments) {
        List<Segment> list = new ArrayList<>();
        for (int i = 1; i <= segments; i++) {
            list.add(new Segment("Segment_" + i, "Segment " + i, SegmentColor.ofRgb(i * 65_537), 0, i, "", List.of(), true,
                    false, 1));
        }
        return new Segmentation(size, geometry, list, List.of(new DenseLabels(size, segments).layer()), List.of());
    }

    private LabelLayer layer() {
        LabelLayer layer = LabelLayer.empty(size);
        int blocksY = (size.y() - 1 >> Block.SHIFT) + 1;
        for (int z = 0; z << Block.SHIFT < size.z(); z++) {
            int bz = z;
            layer = layer.with(IntStream.range(0, blocksY).parallel().boxed().flatMap(by -> row(by, bz).stream()).toList());
        }
        return layer;
    }

    private List<BlockChange> row(int by, int bz) {
        List<BlockChange> changes = new ArrayList<>();
        byte[] labels = new byte[Block.VOXELS];
        for (int bx = 0; bx << Block.SHIFT < size.x(); bx++) {
            for (int row = 0; row < Block.SIDE * Block.SIDE; row++) {
                int y = (by << Block.SHIFT) + (row & Block.SIDE - 1);
                int z = (bz << Block.SHIFT) + (row >> Block.SHIFT);
                int shift = (int) (WAVE * (2 + Math.sin(y / 23.0) + Math.sin(z / 31.0)));
                System.arraycopy(sheets, ((bx << Block.SHIFT) + shift) % period, labels, row << Block.SHIFT, Block.SIDE);
            }
            changes.add(new BlockChange(bx, by, bz, Blocks.pack(labels)));
        }
        return changes;
    }
}
