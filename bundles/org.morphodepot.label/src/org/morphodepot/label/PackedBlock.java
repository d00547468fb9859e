package org.morphodepot.label;

import java.io.DataOutput;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Arrays;

/**
 * A block of 2 to 256 different labels: a sorted palette and an index of 1, 2, 4 or 8 bits per voxel, low bits first.
 * Made by {@link Blocks#pack} only, so that equal labels always give equal blocks.
 */
public final class PackedBlock implements Block {

    private final char[] palette;
    private final Words words;
    private final int log2Bits;
    private int hash;
    private SoftReference<CoarseLabels> coarse;

    /** Keeps both arrays, which nobody may change afterwards. */
    PackedBlock(char[] palette, int log2Bits, long[] words) {
        this.palette = palette;
        this.log2Bits = log2Bits;
        this.words = Words.of(words);
    }

    /** Labels that occur, ascending. */
    public char[] palette() {
        return palette.clone();
    }

    @Override
    public int label(int index) {
        return palette[at(words.array(), index)];
    }

    @Override
    public void copyTo(char[] out) {
        copyRun(0, VOXELS, out, 0);
    }

    /** Copies {@code count} labels from linear {@code index} on. */
    void copyRun(int index, int count, char[] out, int offset) {
        long[] all = words.array();
        int perWord = 64 >> log2Bits;
        int end = index + count;
        int i = index;
        int o = offset;
        while (i < end) {
            int first = i & perWord - 1;
            int n = Math.min(perWord - first, end - i);
            copyWord(all[i / perWord] >>> (first << log2Bits), n, out, o);
            i += n;
            o += n;
        }
    }

    /** Copies rows of {@code count} labels as bytes, {@code stride} of them apart. */
    void copyRows(int index, int count, int rows, byte[] out, int offset, int stride) {
        long[] all = words.array();
        if (log2Bits == 0 && count == SIDE) {
            ByteLabels.rowsOfTwo(palette, all, index, rows, out, offset, stride);
            return;
        }
        for (int row = 0; row < rows; row++) {
            ByteLabels.copy(palette, all, log2Bits, index + row * SIDE, count, out, offset + row * stride);
        }
    }

    private void copyWord(long bits, int count, char[] out, int offset) {
        if (bits == 0) {
            Arrays.fill(out, offset, offset + count, palette[0]);
            return;
        }
        int width = 1 << log2Bits;
        int mask = (1 << width) - 1;
        long rest = bits;
        for (int o = offset, end = offset + count; o < end; o++) {
            out[o] = palette[(int) rest & mask];
            rest >>>= width;
        }
    }

    /** Where a label is, a word per row. */
    void rows(int label, int row, int count, int[] out) {
        int wanted = Arrays.binarySearch(palette, (char) label);
        if (wanted < 0) {
            Arrays.fill(out, 0, count, 0);
            return;
        }
        long[] all = words.array();
        int flip = log2Bits == 0 && wanted == 0 ? -1 : 0;
        for (int i = 0; i < count; i++) {
            int index = (row + i) * SIDE;
            out[i] = log2Bits == 0 ? (int) (all[index >> 6] >>> index) ^ flip : row(all, index, wanted);
        }
    }

    private int row(long[] all, int index, int wanted) {
        int width = 1 << log2Bits;
        int perWord = 64 >> log2Bits;
        int mask = (1 << width) - 1;
        int bits = 0;
        for (int x = 0; x < SIDE; x += perWord) {
            long word = all[index + x >> 6 - log2Bits];
            int first = index + x & perWord - 1;
            word >>>= first << log2Bits;
            for (int k = 0; k < Math.min(perWord, SIDE); k++, word >>>= width) {
                bits |= ((int) word & mask) == wanted ? 1 << x + k : 0;
            }
        }
        return bits;
    }

    /** Whether there are background and one label. */
    boolean isMask() {
        return log2Bits == 0 && palette[0] == 0;
    }

    /** Of a mask: where the label is, two rows in each word, the lowest bit first. Not to be changed. */
    long[] mask() {
        return words.array();
    }

    /** Adds the number of voxels per label to {@code counts}, indexed by label. */
    void addCounts(long[] counts) {
        long[] all = words.array();
        if (log2Bits == 0) {
            int ones = 0;
            for (long word : all) {
                ones += Long.bitCount(word);
            }
            counts[palette[0]] += VOXELS - ones;
            counts[palette[1]] += ones;
            return;
        }
        for (int i = 0; i < VOXELS; i++) {
            counts[palette[at(all, i)]]++;
        }
    }

    @Override
    public int bytes() {
        return words.bytes() + 2 * palette.length + 64;
    }

    /** The pyramid above, as long as there is memory for it. */
    CoarseLabels coarse() {
        SoftReference<CoarseLabels> kept = coarse;
        CoarseLabels labels = kept == null ? null : kept.get();
        if (labels == null) {
            labels = new CoarseLabels();
            coarse = new SoftReference<>(labels);
        }
        return labels;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof PackedBlock b && Arrays.equals(palette, b.palette)
                && words.same(b.words);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = 31 * Arrays.hashCode(palette) + Arrays.hashCode(words.array());
        }
        return hash;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeByte(log2Bits);
        out.writeByte(palette.length - 1);
        for (char label : palette) {
            out.writeChar(label);
        }
        for (long word : words.array()) {
            out.writeLong(word);
        }
    }

    /**
     * Whether this is what {@link Blocks#pack} would give: an ascending palette, all of it in use, and no wider indices
     * than needed.
     */
    boolean isCanonical() {
        boolean canonical = palette.length > 1 && log2Bits == Blocks.log2Bits(palette.length);
        for (int i = 1; i < palette.length; i++) {
            canonical &= palette[i - 1] < palette[i];
        }
        long[] all = words.array();
        long[] used = new long[4];
        for (int i = 0; canonical && i < VOXELS; i++) {
            int index = at(all, i);
            used[index >> 6] |= 1L << index;
        }
        int count = 0;
        for (int i = 0; i < palette.length; i++) {
            count += (int) (used[i >> 6] >>> i & 1);
        }
        return canonical && count == palette.length && Long.bitCount(used[0]) + Long.bitCount(used[1])
                + Long.bitCount(used[2]) + Long.bitCount(used[3]) == count;
    }

    private int at(long[] all, int index) {
        int perWord = 6 - log2Bits;
        long word = all[index >> perWord];
        int shift = (index & (1 << perWord) - 1) << log2Bits;
        return (int) (word >>> shift) & (1 << (1 << log2Bits)) - 1;
    }
}
