package org.morphodepot.label.tool;

import java.io.IOException;
import java.util.Arrays;

import org.morphodepot.label.Block;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.VoxelBox;

import static org.morphodepot.label.Block.SHIFT;

/**
 * A set of voxels that is asked block by block, stored or computed on demand, so that a set over a whole scan costs no
 * memory. A block is {@link #WORDS} words of 64 bits in {@link Block} order: bit {@code index & 63} of word
 * {@code index >> 6}. Reading the same block twice gives the same bits. Used by one thread at a time.
 */
public interface BlockMask {

    /** Words of one block. */
    int WORDS = Block.VOXELS / 64;

    /** The set without voxels. */
    BlockMask NONE = new BlockMask() {
        @Override
        public VoxelBox box() {
            return VoxelBox.EMPTY;
        }

        @Override
        public boolean read(int bx, int by, int bz, long[] bits) {
            return false;
        }
    };

    /** A box around all voxels of the set. */
    VoxelBox box();

    /**
     * Writes the voxels of a block at block coordinates to {@code bits}, all {@link #WORDS} of them. May block on the scan.
     *
     * @return false when the block has no voxel of the set; the bits are then undefined
     */
    boolean read(int bx, int by, int bz, long[] bits) throws IOException;

    /** All voxels of a box. */
    static BlockMask all(VoxelBox box) {
        return new BlockMask() {
            @Override
            public VoxelBox box() {
                return box;
            }

            @Override
            public boolean read(int bx, int by, int bz, long[] bits) {
                Arrays.fill(bits, -1);
                return BlockBits.clip(bits, bx, by, bz, box);
            }
        };
    }

    /** The voxels of {@code box} that are not in this set. */
    default BlockMask complement(VoxelBox box) {
        BlockMask taken = this;
        return new BlockMask() {
            @Override
            public VoxelBox box() {
                return box;
            }

            @Override
            public boolean read(int bx, int by, int bz, long[] bits) throws IOException {
                if (taken.read(bx, by, bz, bits)) {
                    BlockBits.invert(bits);
                } else {
                    Arrays.fill(bits, -1);
                }
                return BlockBits.clip(bits, bx, by, bz, box);
            }
        };
    }

    /** The voxels that are in this set and in the other. */
    default BlockMask and(BlockMask other) {
        BlockMask one = this;
        VoxelBox both = box().intersect(other.box());
        return new BlockMask() {
            private final long[] more = new long[WORDS];

            @Override
            public VoxelBox box() {
                return both.isEmpty() ? VoxelBox.EMPTY : both;
            }

            @Override
            public boolean read(int bx, int by, int bz, long[] bits) throws IOException {
                return one.read(bx, by, bz, bits) && other.read(bx, by, bz, more) && BlockBits.and(bits, more);
            }
        };
    }

    /** The voxels that are in this set and not in the other. */
    default BlockMask minus(BlockMask other) {
        BlockMask one = this;
        return new BlockMask() {
            private final long[] less = new long[WORDS];

            @Override
            public VoxelBox box() {
                return one.box();
            }

            @Override
            public boolean read(int bx, int by, int bz, long[] bits) throws IOException {
                return one.read(bx, by, bz, bits) && (BlockBits.cell(bx, by, bz).intersect(other.box()).isEmpty()
                        || !other.read(bx, by, bz, less) || BlockBits.andNot(bits, less));
            }
        };
    }

    /** The voxels of a segment. */
    static BlockMask of(Segmentation segmentation, Segment segment) {
        return SegmentMask.of(segmentation, segment);
    }

    /** The range of block coordinates that a box touches, half open. */
    static VoxelBox blocks(VoxelBox box) {
        return box.isEmpty() ? VoxelBox.EMPTY : new VoxelBox(box.x0() >> SHIFT, box.y0() >> SHIFT, box.z0() >> SHIFT,
                (box.x1() - 1 >> SHIFT) + 1, (box.y1() - 1 >> SHIFT) + 1, (box.z1() - 1 >> SHIFT) + 1);
    }
}
