package org.morphodepot.label.segnrrd;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

import org.morphodepot.label.Block;
import org.morphodepot.label.Blocks;
import org.morphodepot.label.UniformBlock;
import org.morphodepot.label.gzip.Piece;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelType;

/**
 * Some rows of a file, made from blocks.
 *
 * @param slabs layers that alternate voxel by voxel, mostly one
 * @param box the voxels, in the grid of the segmentation, all at the height of the slabs; may reach beyond the grid
 */
record LabelPiece(List<Slab> slabs, VoxelBox box, VoxelType type, ByteOrder order) implements Piece {

    private static final int MASK = Block.SIDE - 1;

    /** Bytes from one voxel to the next. */
    private int step() {
        return slabs.size() * type.bytes();
    }

    @Override
    public int length() {
        return box.width() * box.height() * box.depth() * step();
    }

    @Override
    public OptionalInt everyByte() {
        OptionalInt first = slabs.getFirst().everyLabel(box);
        boolean same = first.isPresent() && (first.getAsInt() == 0 || step() == 1);
        for (int i = 1; same && i < slabs.size(); i++) {
            same = slabs.get(i).everyLabel(box).equals(first);
        }
        return same ? first : OptionalInt.empty();
    }

    @Override
    public void fill(byte[] into) {
        Arrays.fill(into, 0, length(), (byte) 0);
        for (int i = 0; i < slabs.size(); i++) {
            VoxelBox inside = box.intersect(slabs.get(i).box());
            for (int by = inside.y0() >> Block.SHIFT; by <= inside.y1() - 1 >> Block.SHIFT; by++) {
                for (int bx = inside.x0() >> Block.SHIFT; bx <= inside.x1() - 1 >> Block.SHIFT; bx++) {
                    Block block = slabs.get(i).block(bx, by);
                    if (block != UniformBlock.BACKGROUND) {
                        fill(block, inside.intersect(tile(bx, by, inside)), i * type.bytes(), into);
                    }
                }
            }
        }
    }

    private static VoxelBox tile(int bx, int by, VoxelBox inside) {
        return new VoxelBox(bx << Block.SHIFT, by << Block.SHIFT, inside.z0(), bx + 1 << Block.SHIFT,
                by + 1 << Block.SHIFT, inside.z1());
    }

    /** Puts the part of a block inside {@code part}, {@code place} bytes into each voxel. */
    private void fill(Block block, VoxelBox part, int place, byte[] into) {
        int step = step();
        for (int z = part.z0(); z < part.z1(); z++) {
            int row = (z - box.z0()) * box.height() + part.y0() - box.y0();
            int at = (row * box.width() + part.x0() - box.x0()) * step + place;
            int index = ((z & MASK) << Block.SHIFT | part.y0() & MASK) << Block.SHIFT | part.x0() & MASK;
            if (step == 1) {
                Blocks.copyRows(block, index, part.width(), part.height(), into, at, box.width());
            } else {
                fillWide(block, index, part, into, at);
            }
        }
    }

    private void fillWide(Block block, int index, VoxelBox part, byte[] into, int at) {
        char[] run = new char[Block.SIDE];
        for (int y = 0; y < part.height(); y++) {
            Blocks.copyRun(block, index + y * Block.SIDE, part.width(), run, 0);
            put(run, part.width(), ByteBuffer.wrap(into).order(order), at + y * box.width() * step(), step());
        }
    }

    private void put(char[] labels, int count, ByteBuffer buffer, int at, int step) {
        for (int i = 0, o = at; i < count; i++, o += step) {
            switch (type) {
                case BOOL, INT8, UINT8 -> buffer.put(o, (byte) labels[i]);
                case INT16, UINT16 -> buffer.putChar(o, labels[i]);
                case INT32, UINT32 -> buffer.putInt(o, labels[i]);
                case INT64, UINT64 -> buffer.putLong(o, labels[i]);
                case FLOAT16 -> buffer.putShort(o, Float.floatToFloat16(labels[i]));
                case FLOAT32 -> buffer.putFloat(o, labels[i]);
                case FLOAT64 -> buffer.putDouble(o, labels[i]);
            }
        }
    }
}
