package org.morphodepot.label;

import java.util.Arrays;

/** A block of more than 256 different labels, one char per voxel. Made by {@link Blocks#pack} only. */
public final class PlainBlock implements Block {

    private final char[] labels;
    private int hash;

    /** Keeps {@code labels}, which nobody may change afterwards. */
    PlainBlock(char[] labels) {
        this.labels = labels;
    }

    @Override
    public int label(int index) {
        return labels[index];
    }

    @Override
    public void copyTo(char[] out) {
        System.arraycopy(labels, 0, out, 0, VOXELS);
    }

    @Override
    public int bytes() {
        return 2 * VOXELS + 32;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof PlainBlock b && Arrays.equals(labels, b.labels);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = Arrays.hashCode(labels);
        }
        return hash;
    }
}
