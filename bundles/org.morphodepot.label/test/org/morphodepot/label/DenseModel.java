package org.morphodepot.label;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.morphodepot.label.Edit.BlockEdit;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

/** The simplest thing that could hold labels, to compare with. */
public final class DenseModel {

    private DenseModel() {
    }

    public static void fill(char[] dense, VoxelSize size, VoxelBox box, char label) {
        for (int z = box.z0(); z < box.z1(); z++) {
            for (int y = box.y0(); y < box.y1(); y++) {
                for (int x = box.x0(); x < box.x1(); x++) {
                    dense[(z * size.y() + y) * size.x() + x] = label;
                }
            }
        }
    }

    public static char[] read(char[] dense, VoxelSize size, VoxelBox box) {
        char[] out = new char[(int) box.voxels()];
        int o = 0;
        for (int z = box.z0(); z < box.z1(); z++) {
            for (int y = box.y0(); y < box.y1(); y++) {
                for (int x = box.x0(); x < box.x1(); x++) {
                    out[o++] = dense[(z * size.y() + y) * size.x() + x];
                }
            }
        }
        return out;
    }

    public static char[] read(LabelLayer layer) {
        char[] out = new char[(int) layer.size().voxels()];
        layer.read(layer.size().box(), out);
        return out;
    }

    /** The layer with the labels of all voxels. */
    public static LabelLayer of(LabelLayer layer, char[] dense) {
        List<BlockChange> changes = new ArrayList<>();
        VoxelSize size = layer.size();
        for (int bz = 0; bz <= size.z() - 1 >> 5; bz++) {
            for (int by = 0; by <= size.y() - 1 >> 5; by++) {
                for (int bx = 0; bx <= size.x() - 1 >> 5; bx++) {
                    char[] labels = new char[Block.VOXELS];
                    VoxelBox box = layer.voxels(bx, by, bz);
                    char[] part = read(dense, size, box);
                    for (int i = 0; i < part.length; i++) {
                        labels[(i / box.width() / box.height() * 32 + i / box.width() % box.height()) * 32
                                + i % box.width()] = part[i];
                    }
                    changes.add(new BlockChange(bx, by, bz, Block.of(labels)));
                }
            }
        }
        return layer.with(changes);
    }

    public static LabelLayer fill(LabelLayer layer, VoxelBox box, char label) {
        return layer.with(changes(layer, box, label));
    }

    /** An edit that sets a box of one layer to a label. */
    public static Edit edit(Segmentation state, int layer, VoxelBox box, char label) {
        LabelLayer old = layer < state.layers().size() ? state.layers().get(layer) : LabelLayer.empty(state.size());
        List<BlockEdit> blocks = new ArrayList<>();
        for (BlockChange c : changes(old, box, label)) {
            blocks.add(new BlockEdit(layer, c.bx(), c.by(), c.bz(), old.block(c.bx(), c.by(), c.bz()), c.block()));
        }
        return new Edit("Fill", "test", Instant.EPOCH, Map.of(), blocks, null, box);
    }

    private static List<BlockChange> changes(LabelLayer layer, VoxelBox box, char label) {
        List<BlockChange> changes = new ArrayList<>();
        for (int bz = box.z0() >> 5; bz <= box.z1() - 1 >> 5; bz++) {
            for (int by = box.y0() >> 5; by <= box.y1() - 1 >> 5; by++) {
                for (int bx = box.x0() >> 5; bx <= box.x1() - 1 >> 5; bx++) {
                    char[] labels = new char[Block.VOXELS];
                    layer.block(bx, by, bz).copyTo(labels);
                    VoxelBox inside = box.shift(-bx * 32, -by * 32, -bz * 32).intersect(new VoxelBox(0, 0, 0, 32, 32, 32));
                    fill(labels, new VoxelSize(32, 32, 32), inside, label);
                    changes.add(new BlockChange(bx, by, bz, Block.of(labels)));
                }
            }
        }
        return changes;
    }
}
