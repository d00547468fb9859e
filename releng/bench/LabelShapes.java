import java.util.ArrayList;
import java.util.List;

import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelSize;

/** Made segmentations for the measurements. */
final class LabelShapes {

    private LabelShapes() {
    }

    /** Bones in a grid: wavy ellipsoids, each a segment of its own, with background between them, about a third of the scan. */
    static Segmentation bones(VoxelSize size, int segments) {
        return of(size, segments, (x, y, z) -> {
            int cell = 96;
            double dx = x % cell - cell / 2.0 + 6 * wave(y + z);
            double dy = y % cell - cell / 2.0 + 6 * wave(z + 2 * x);
            double dz = z % cell - cell / 2.0 + 6 * wave(x + 3 * y);
            int number = x / cell + 19 * (y / cell) + 361 * (z / cell);
            return dx * dx / 1600 + dy * dy / 1300 + dz * dz / 1900 < 1 ? 1 + number % segments : 0;
        });
    }

    /** Every voxel belongs to one of a few segments; none is background. */
    static Segmentation dense(VoxelSize size, int segments) {
        return of(size, segments, (x, y, z) -> 1 + (int) (segments * 0.4999 * (1 + wave(x + 20 * wave(y)) * wave(y / 2 + z))));
    }

    private static final double[] SINE = new double[4096];

    static {
        for (int i = 0; i < SINE.length; i++) {
            SINE[i] = Math.sin(i * 2 * Math.PI / 160);
        }
    }

    private static double wave(double at) {
        return SINE[(int) Math.abs(at) % 3840];
    }

    /** Label of a voxel. */
    interface Labels {
        int at(int x, int y, int z);
    }

    static Segmentation of(VoxelSize size, int segments, Labels labels) {
        List<Segment> list = new ArrayList<>();
        for (int i = 1; i <= segments; i++) {
            list.add(new Segment("Segment_" + i, "bone " + i, SegmentColor.ofRgb(i * 65_537), 0, i, "", List.of(), true, true, 1));
        }
        LabelLayer layer = LabelLayer.empty(size);
        char[] block = new char[Block.VOXELS];
        for (int bz = 0; bz << 5 < size.z(); bz++) {
            List<BlockChange> changes = new ArrayList<>();
            for (int by = 0; by << 5 < size.y(); by++) {
                for (int bx = 0; bx << 5 < size.x(); bx++) {
                    for (int i = 0; i < block.length; i++) {
                        block[i] = (char) labels.at((bx << 5) + (i & 31), (by << 5) + (i >> 5 & 31), (bz << 5) + (i >> 10));
                    }
                    changes.add(new BlockChange(bx, by, bz, Block.of(block)));
                }
            }
            layer = layer.with(changes);
        }
        return new Segmentation(size, Geometry.of(0.042, 0.042, 0.042, "mm"), list, List.of(layer), List.of());
    }

    static VoxelSize size(String text) {
        String[] sides = text.split(",");
        return new VoxelSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), Integer.parseInt(sides[2]));
    }
}
