package org.morphodepot.label;

import java.util.Arrays;

/** A block whose voxels all have one label; equal blocks of small labels are the same object. */
public final class UniformBlock implements Block {

    /** Every voxel 0: what a layer gives where nothing was painted. */
    public static final UniformBlock BACKGROUND = new UniformBlock(0);

    private static final UniformBlock[] SHARED = shared();

    private final int label;

    private UniformBlock(int label) {
        this.label = label;
    }

    /** The block of {@code label}, 0 to 65535. */
    public static UniformBlock of(int label) {
        if (label < 0 || label > Character.MAX_VALUE) {
            throw new IllegalArgumentException("label " + label + " is not in 0 to 65535");
        }
        return label < SHARED.length ? SHARED[label] : new UniformBlock(label);
    }

    /** The label of all voxels. */
    public int label() {
        return label;
    }

    @Override
    public int label(int index) {
        return label;
    }

    @Override
    public void copyTo(char[] out) {
        Arrays.fill(out, 0, VOXELS, (char) label);
    }

    @Override
    public int bytes() {
        return 16;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UniformBlock b && b.label == label;
    }

    @Override
    public int hashCode() {
        return label * 0x9E3779B1;
    }

    @Override
    public String toString() {
        return "UniformBlock[" + label + "]";
    }

    private static UniformBlock[] shared() {
        UniformBlock[] blocks = new UniformBlock[256];
        blocks[0] = BACKGROUND;
        for (int i = 1; i < blocks.length; i++) {
            blocks[i] = new UniformBlock(i);
        }
        return blocks;
    }
}
