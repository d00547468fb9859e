package org.morphodepot.label.segnrrd;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

import org.morphodepot.label.Block;
import org.morphodepot.label.Blocks;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.UniformBlock;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

/** Writes the voxels of a layout from blocks, a strip of rows at a time: memory is that of one strip. */
final class LabelWriter {

    private final FileLayout layout;
    private final List<LabelLayer> layers;
    private final OutputStream out;
    private final int step;
    private final int mixed;
    private final ByteBuffer strip;
    private final char[] run = new char[Block.SIDE];

    LabelWriter(FileLayout layout, List<LabelLayer> layers, ByteOrder order, OutputStream out) {
        this.layout = layout;
        this.layers = layers;
        this.out = out;
        mixed = layout.layersLast() ? 1 : layout.layers();
        step = mixed * layout.type().bytes();
        strip = ByteBuffer.allocate(Math.multiplyExact(Math.multiplyExact(layout.box().width(), Block.SIDE), step))
                .order(order);
    }

    void write(Progress progress) throws IOException {
        VoxelBox box = layout.box();
        int passes = layout.layersLast() ? layout.layers() : 1;
        long total = (long) passes * box.depth();
        for (int pass = 0; pass < passes; pass++) {
            for (int z = box.z0(); z < box.z1(); z++) {
                progress.check();
                progress.report((long) pass * box.depth() + z - box.z0(), total, "Saving the segmentation");
                slice(pass, z);
            }
        }
    }

    private void slice(int firstLayer, int z) throws IOException {
        VoxelBox box = layout.box();
        int y = box.y0();
        while (y < box.y1()) {
            int end = Math.min(box.y1(), (y >> Block.SHIFT) + 1 << Block.SHIFT);
            int length = (end - y) * box.width() * step;
            Arrays.fill(strip.array(), 0, length, (byte) 0);
            for (int i = 0; i < mixed && firstLayer + i < layers.size(); i++) {
                fill(layers.get(firstLayer + i), new VoxelBox(box.x0(), y, z, box.x1(), end, z + 1), i);
            }
            out.write(strip.array(), 0, length);
            y = end;
        }
    }

    /** Puts the labels of one layer into a strip that crosses one row of blocks. */
    private void fill(LabelLayer layer, VoxelBox rows, int place) {
        VoxelBox inside = rows.intersect(layer.size().box());
        if (inside.isEmpty()) {
            return;
        }
        for (int bx = inside.x0() >> Block.SHIFT; bx <= inside.x1() - 1 >> Block.SHIFT; bx++) {
            Block block = layer.block(bx, inside.y0() >> Block.SHIFT, inside.z0() >> Block.SHIFT);
            if (block == UniformBlock.BACKGROUND) {
                continue;
            }
            int from = Math.max(inside.x0(), bx << Block.SHIFT);
            int count = Math.min(inside.x1(), bx + 1 << Block.SHIFT) - from;
            for (int y = inside.y0(); y < inside.y1(); y++) {
                int at = ((y - rows.y0()) * rows.width() + from - rows.x0()) * step + place * layout.type().bytes();
                if (step == 1 && block instanceof UniformBlock b) {
                    Arrays.fill(strip.array(), at, at + count, (byte) b.label());
                } else {
                    Blocks.copyRun(block, index(from, y, inside.z0()), count, run, 0);
                    put(count, at);
                }
            }
        }
    }

    private static int index(int x, int y, int z) {
        int mask = Block.SIDE - 1;
        return ((z & mask) << Block.SHIFT | y & mask) << Block.SHIFT | x & mask;
    }

    private void put(int count, int at) {
        if (step == 1) {
            byte[] bytes = strip.array();
            for (int i = 0; i < count; i++) {
                bytes[at + i] = (byte) run[i];
            }
            return;
        }
        for (int i = 0, o = at; i < count; i++, o += step) {
            switch (layout.type()) {
                case BOOL, INT8, UINT8 -> strip.put(o, (byte) run[i]);
                case INT16, UINT16 -> strip.putChar(o, run[i]);
                case INT32, UINT32 -> strip.putInt(o, run[i]);
                case INT64, UINT64 -> strip.putLong(o, run[i]);
                case FLOAT16 -> strip.putShort(o, Float.floatToFloat16(run[i]));
                case FLOAT32 -> strip.putFloat(o, run[i]);
                case FLOAT64 -> strip.putDouble(o, run[i]);
            }
        }
    }
}
