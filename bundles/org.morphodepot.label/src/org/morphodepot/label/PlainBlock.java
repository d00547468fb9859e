package org.morphodepot.label;

import java.util.Arrays;

/**
 * A block of more than 256 different labels: 16 bits per voxel, four in a word, low bits first. Made by
 * {@link Blocks#pack} only.
 */
public final class PlainBlock implements Block {

    private static final int PER_WORD = 4;

    private final Words words;
    private final CoarseLabels coarse = new CoarseLabels();
    private int hash;

    /** Does not keep {@code labels}. */
    PlainBlock(char[] labels) {
        long[] packed = new long[VOXELS / PER_WORD];
        for (int i = 0; i < VOXELS; i++) {
            packed[i >> 2] |= (long) labels[i] << ((i & 3) << 4);
        }
        words = Words.of(packed);
    }

    @Override
    public int label(int index) {
        return (char) (words.array()[index >> 2] >>> ((index & 3) << 4));
    }

    @Override
    public void copyTo(char[] out) {
        copyRun(0, VOXELS, out, 0);
    }

    /** Copies {@code count} labels from linear {@code index} on. */
    void copyRun(int index, int count, char[] out, int offset) {
        long[] all = words.array();
        for (int k = 0, i = index; k < count; k++, i++) {
            out[offset + k] = (char) (all[i >> 2] >>> ((i & 3) << 4));
        }
    }

    @Override
    public int bytes() {
        return words.bytes() + 32;
    }

    /** The pyramid above. */
    CoarseLabels coarse() {
        return coarse;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof PlainBlock b && words.same(b.words);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = Arrays.hashCode(words.array());
        }
        return hash;
    }
}
