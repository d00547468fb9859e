package org.morphodepot.label;

import java.util.Arrays;

import static org.morphodepot.label.Block.SHIFT;
import static org.morphodepot.label.Block.SIDE;
import static org.morphodepot.label.Block.VOXELS;

/** Makes and reads blocks. All functions are pure and may be used from any thread. */
public final class Blocks {

    private Blocks() {
    }

    /**
     * The smallest block with these {@link Block#VOXELS} labels. The form is canonical: equal labels give equal blocks.
     * {@code labels} is not kept.
     */
    public static Block pack(char[] labels) {
        int highest = highest(labels);
        long[] present = present(labels, highest);
        int count = 0;
        for (long word : present) {
            count += Long.bitCount(word);
        }
        if (count == 1) {
            return UniformBlock.of(labels[0]);
        }
        return count > 256 ? new PlainBlock(labels)
                : packed(labels, palette(present, count), highest);
    }

    /** The same for labels below 256, unsigned bytes. */
    public static Block pack(byte[] labels) {
        return ByteLabels.pack(labels);
    }

    /** The block without the voxels at or beyond the given coordinates, which become background. */
    public static Block clip(Block block, int width, int height, int depth) {
        if (width >= SIDE && height >= SIDE && depth >= SIDE || block == UniformBlock.BACKGROUND) {
            return block;
        }
        char[] labels = new char[VOXELS];
        copy(block, 0, 0, 0, Math.min(SIDE, width), Math.min(SIDE, height), Math.min(SIDE, depth), labels, 0, SIDE,
                SIDE * SIDE);
        Block clipped = pack(labels);
        return clipped.equals(block) ? block : clipped;
    }

    /**
     * Copies the labels of the box from (x0, y0, z0) inclusive to (x1, y1, z1) exclusive, coordinates inside the block,
     * to {@code out}, first label at {@code offset}.
     *
     * @param row distance in {@code out} of neighbours along y
     * @param slice distance in {@code out} of neighbours along z
     */
    public static void copy(Block block, int x0, int y0, int z0, int x1, int y1, int z1, char[] out, int offset,
            int row, int slice) {
        int width = x1 - x0;
        for (int z = z0; z < z1; z++) {
            for (int y = y0; y < y1; y++) {
                int index = (z << SHIFT | y) << SHIFT | x0;
                copyRun(block, index, width, out, offset + (z - z0) * slice + (y - y0) * row);
            }
        }
    }

    /** Copies {@code count} labels from linear {@code index} on to {@code out} at {@code offset}. */
    public static void copyRun(Block block, int index, int count, char[] out, int offset) {
        switch (block) {
            case UniformBlock b -> Arrays.fill(out, offset, offset + count, (char) b.label());
            case PackedBlock b -> b.copyRun(index, count, out, offset);
            case PlainBlock b -> b.copyRun(index, count, out, offset);
        }
    }

    /**
     * Copies rows as bytes, {@code stride} of them apart in {@code out}; only for blocks whose labels are below 256.
     *
     * @param index linear index of the first label
     * @param count labels of each row
     */
    public static void copyRows(Block block, int index, int count, int rows, byte[] out, int offset, int stride) {
        switch (block) {
            case UniformBlock b -> {
                for (int row = 0, at = offset; row < rows; row++, at += stride) {
                    Arrays.fill(out, at, at + count, (byte) b.label());
                }
            }
            case PackedBlock b -> b.copyRows(index, count, rows, out, offset, stride);
            case PlainBlock b -> throw new IllegalArgumentException(b + " has labels above 255");
        }
    }

    /**
     * Where a label is in some rows of a block, a word per row, the lowest bit first.
     *
     * @param row number of the first row: {@code z * SIDE + y}
     * @param out from its start, {@code count} words
     */
    public static void rows(Block block, int label, int row, int count, int[] out) {
        switch (block) {
            case UniformBlock b -> Arrays.fill(out, 0, count, b.label() == label ? -1 : 0);
            case PackedBlock b -> b.rows(label, row, count, out);
            case PlainBlock b -> {
                for (int i = 0; i < count; i++) {
                    int bits = 0;
                    for (int x = 0; x < SIDE; x++) {
                        bits |= (b.label((row + i) * SIDE + x) == label ? 1 : 0) << x;
                    }
                    out[i] = bits;
                }
            }
        }
    }

    /** Coarsest level of {@link #coarseLabel}: a block is one voxel there. */
    public static final int COARSEST = CoarseLabels.TOP;

    /**
     * The label at a linear index in a block of a coarser level, {@code SIDE >> level} voxels along each side; 0 is the
     * block itself. A voxel of level k has the label that most of its 8^k voxels have, background only when all are
     * background, so that thin structures stay visible. The levels of a block are computed once.
     *
     * @param level 0 to {@link #COARSEST}
     */
    public static char coarseLabel(Block block, int level, int index) {
        return switch (block) {
            case UniformBlock b -> (char) b.label();
            case PackedBlock b -> level == 0 ? (char) b.label(index) : b.coarse().level(level, b)[index];
            case PlainBlock b -> level == 0 ? (char) b.label(index) : b.coarse().level(level, b)[index];
        };
    }

    /** Adds the number of voxels per label to {@code counts}, an array of 65,536 indexed by label. */
    public static void addCounts(Block block, long[] counts) {
        switch (block) {
            case UniformBlock b -> counts[b.label()] += VOXELS;
            case PackedBlock b -> b.addCounts(counts);
            case PlainBlock b -> {
                char[] all = new char[VOXELS];
                b.copyTo(all);
                for (char label : all) {
                    counts[label]++;
                }
            }
        }
    }

    /** The labels that occur, ascending. */
    public static char[] labels(Block block) {
        return switch (block) {
            case UniformBlock b -> new char[] {(char) b.label()};
            case PackedBlock b -> b.palette();
            case PlainBlock b -> {
                char[] all = new char[VOXELS];
                b.copyTo(all);
                long[] present = present(all, highest(all));
                yield palette(present, Arrays.stream(present).mapToInt(Long::bitCount).sum());
            }
        };
    }

    /**
     * What {@code current} becomes when the change from {@code before} to {@code after} is made to it: voxels that the
     * change leaves alone keep their present label.
     */
    static Block rebase(Block before, Block after, Block current) {
        if (before == current || before.equals(current)) {
            return after;
        }
        char[] from = new char[VOXELS];
        char[] to = new char[VOXELS];
        char[] now = new char[VOXELS];
        before.copyTo(from);
        after.copyTo(to);
        current.copyTo(now);
        for (int i = 0; i < VOXELS; i++) {
            if (from[i] != to[i]) {
                now[i] = to[i];
            }
        }
        Block result = pack(now);
        return result.equals(current) ? current : result;
    }

    /** A number with at least the bits of every label, cheap to find. */
    private static int highest(char[] labels) {
        int or = 0;
        for (int i = 0; i < VOXELS; i++) {
            or |= labels[i];
        }
        return or;
    }

    private static long[] present(char[] labels, int highest) {
        long[] present = new long[(highest >> 6) + 1];
        int last = -1;
        for (int i = 0; i < VOXELS; i++) {
            int label = labels[i];
            if (label != last) {
                present[label >> 6] |= 1L << label;
                last = label;
            }
        }
        return present;
    }

    static char[] palette(long[] present, int count) {
        char[] palette = new char[count];
        int n = 0;
        for (int w = 0; w < present.length; w++) {
            for (long rest = present[w]; rest != 0; rest &= rest - 1) {
                palette[n++] = (char) (w << 6 | Long.numberOfTrailingZeros(rest));
            }
        }
        return palette;
    }

    private static PackedBlock packed(char[] labels, char[] palette, int highest) {
        byte[] indexOf = new byte[highest + 1];
        for (int i = 0; i < palette.length; i++) {
            indexOf[palette[i]] = (byte) i;
        }
        int log2Bits = log2Bits(palette.length);
        int perWord = 64 >> log2Bits;
        long[] words = new long[VOXELS / perWord];
        for (int w = 0, i = 0; w < words.length; w++) {
            long word = 0;
            for (int k = 0; k < perWord; k++, i++) {
                word |= (indexOf[labels[i]] & 0xffL) << (k << log2Bits);
            }
            words[w] = word;
        }
        return new PackedBlock(palette, log2Bits, words);
    }

    /** log2 of the bits of an index into a palette of this size. */
    static int log2Bits(int palette) {
        return palette <= 2 ? 0 : palette <= 4 ? 1 : palette <= 16 ? 2 : 3;
    }
}
