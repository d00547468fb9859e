package org.morphodepot.label.tools;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.morphodepot.label.Block;
import org.morphodepot.label.Edit.BlockEdit;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.UniformBlock;
import org.morphodepot.label.tool.BlockBits;
import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

/**
 * Gives sets of voxels new labels without asking any rule, for effects that change several segments at once and have asked
 * themselves. Later sets win. Used once.
 */
public final class LabelWriter {

    private final Segmentation segmentation;
    private final List<Order> orders = new ArrayList<>();
    private final List<BlockEdit> edits = new ArrayList<>();
    private VoxelBox box = VoxelBox.EMPTY;

    private record Order(int layer, int label, BlockMask mask) {
    }

    public LabelWriter(Segmentation segmentation) {
        this.segmentation = segmentation;
    }

    /** These voxels get this label in this layer; 0 clears them. The mask lies inside the scan. */
    public void set(int layer, int label, BlockMask mask) {
        orders.add(new Order(layer, label, mask));
    }

    /** Works out the changed blocks. */
    public List<BlockEdit> blocks(Progress progress) throws IOException {
        for (int layer : orders.stream().mapToInt(Order::layer).distinct().sorted().toArray()) {
            List<Order> here = orders.stream().filter(o -> o.layer() == layer).toList();
            VoxelBox all = here.stream().map(o -> o.mask().box()).reduce(VoxelBox.EMPTY, VoxelBox::union);
            changeLayer(layer, here, BlockMask.blocks(all.intersect(segmentation.size().box())), progress);
        }
        return List.copyOf(edits);
    }

    /** A box around all voxels that changed; known after {@link #blocks}. */
    public VoxelBox box() {
        return box;
    }

    private void changeLayer(int layer, List<Order> here, VoxelBox range, Progress progress) throws IOException {
        for (int bz = range.z0(); bz < range.z1(); bz++) {
            progress.report(bz - range.z0(), range.depth(), "Changing labels");
            for (int by = range.y0(); by < range.y1(); by++) {
                progress.check();
                for (int bx = range.x0(); bx < range.x1(); bx++) {
                    changeBlock(layer, here, bx, by, bz);
                }
            }
        }
    }

    private void changeBlock(int layer, List<Order> here, int bx, int by, int bz) throws IOException {
        List<LabelLayer> layers = segmentation.layers();
        Block before = layer < layers.size() ? layers.get(layer).block(bx, by, bz) : UniformBlock.BACKGROUND;
        char[] labels = null;
        long[] changed = new long[BlockMask.WORDS];
        long[] bits = new long[BlockMask.WORDS];
        VoxelBox cell = BlockBits.cell(bx, by, bz);
        for (Order order : here) {
            if (!cell.intersect(order.mask().box()).isEmpty() && order.mask().read(bx, by, bz, bits)) {
                if (labels == null) {
                    labels = new char[Block.VOXELS];
                    before.copyTo(labels);
                }
                write(labels, (char) order.label(), bits, changed);
            }
        }
        VoxelBox touched = BlockBits.bounds(changed, bx, by, bz);
        if (labels != null && !touched.isEmpty()) {
            Block after = Block.of(labels);
            if (!after.equals(before)) {
                edits.add(new BlockEdit(layer, bx, by, bz, before, after));
                box = box.union(touched);
            }
        }
    }

    private static void write(char[] labels, char label, long[] bits, long[] changed) {
        for (int w = 0; w < bits.length; w++) {
            for (long rest = bits[w]; rest != 0; rest &= rest - 1) {
                int i = w << 6 | Long.numberOfTrailingZeros(rest);
                if (labels[i] != label) {
                    labels[i] = label;
                    changed[w] |= 1L << i;
                }
            }
        }
    }
}
