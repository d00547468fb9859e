package org.morphodepot.label;

/**
 * The labels of a cube of {@link #SIDE}³ voxels, immutable. 0 is background. Index = (z * SIDE + y) * SIDE + x with
 * coordinates inside the block.
 */
public sealed interface Block permits UniformBlock, PackedBlock, PlainBlock {

    /** Voxels along one side. */
    int SIDE = 32;
    /** log2 of {@link #SIDE}. */
    int SHIFT = 5;
    /** Voxels in a block. */
    int VOXELS = SIDE * SIDE * SIDE;

    /** The label at a linear index, 0 to 65535. */
    int label(int index);

    /** Copies all labels into {@code out}, of length {@link #VOXELS}. */
    void copyTo(char[] out);

    /** Rough size in memory. */
    int bytes();

    /** The smallest representation of these labels; {@code labels} is not kept. */
    static Block of(char[] labels) {
        return Blocks.pack(labels);
    }

    /** A block of one label; the background block when {@code label} is 0. */
    static Block uniform(int label) {
        return UniformBlock.of(label);
    }
}
