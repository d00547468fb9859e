package org.morphodepot.label;

import java.util.Arrays;

/**
 * The pyramid above one block, level by level as somebody looks: a voxel of level k stands for 2^k voxels along each axis
 * and has the label that most of them have, background only when all are background. So what is thin stays to be seen, at
 * most one coarse voxel too thick. A block never changes, so neither does its pyramid; an edit makes new ones above the
 * blocks it changes only. Any thread.
 */
final class CoarseLabels {

    /** The level at which a block is one voxel. */
    static final int TOP = Block.SHIFT;

    private final char[][] levels = new char[TOP + 1][];

    /** Labels of a level from 1 to {@link #TOP}, x fastest, not to be changed. A race only computes them twice. */
    char[] level(int level, Block block) {
        char[] labels = levels[level];
        if (labels == null) {
            labels = made(level, block);
            levels[level] = labels;
        }
        return labels;
    }

    /** Level 1, the only large one, is kept only when it was asked for. */
    private char[] made(int level, Block block) {
        char[] finer;
        if (level == 1) {
            finer = new char[Block.VOXELS];
            block.copyTo(finer);
        } else {
            char[] known = levels[level - 1];
            finer = known != null ? known : made(level - 1, block);
        }
        return halved(finer, Block.SIDE >> level);
    }

    /** @param side of the result */
    private static char[] halved(char[] finer, int side) {
        char[] labels = new char[side * side * side];
        int row = 2 * side;
        int slice = row * row;
        char[] eight = new char[8];
        for (int z = 0, i = 0; z < side; z++) {
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++, i++) {
                    int at = 2 * (z * slice + y * row + x);
                    eight[0] = finer[at];
                    eight[1] = finer[at + 1];
                    eight[2] = finer[at + row];
                    eight[3] = finer[at + row + 1];
                    eight[4] = finer[at + slice];
                    eight[5] = finer[at + slice + 1];
                    eight[6] = finer[at + slice + row];
                    eight[7] = finer[at + slice + row + 1];
                    labels[i] = most(eight);
                }
            }
        }
        return labels;
    }

    /** The most frequent label but background, of several the lowest; mostly all are the same. */
    private static char most(char[] eight) {
        char first = eight[0];
        int i = 1;
        while (i < 8 && eight[i] == first) {
            i++;
        }
        return i == 8 ? first : mostOfMixed(eight);
    }

    private static char mostOfMixed(char[] eight) {
        Arrays.sort(eight);
        char best = 0;
        int most = 0;
        for (int i = 0; i < 8;) {
            int end = i + 1;
            while (end < 8 && eight[end] == eight[i]) {
                end++;
            }
            if (eight[i] != 0 && end - i > most) {
                best = eight[i];
                most = end - i;
            }
            i = end;
        }
        return best;
    }
}
