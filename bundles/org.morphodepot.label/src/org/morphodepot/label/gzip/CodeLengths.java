package org.morphodepot.label.gzip;

import java.util.Arrays;

/** Huffman's code lengths for how often symbols occur, none longer than a limit. */
final class CodeLengths {

    private static final int SYMBOL_BITS = 9;

    private CodeLengths() {
    }

    /**
     * Bits per symbol, 0 for symbols that do not occur. The code is complete: at least two symbols get one.
     *
     * @param counts up to 512 of them
     * @param longest most bits, 15 at most
     */
    static int[] of(int[] counts, int longest) {
        long[] sorted = sorted(counts);
        int n = sorted.length;
        long[] weights = new long[2 * n - 1];
        for (int i = 0; i < n; i++) {
            weights[i] = sorted[i] >> SYMBOL_BITS;
        }
        int[] ofLength = limited(depths(weights, n), longest);
        int[] lengths = new int[counts.length];
        for (int bits = longest, i = 0; bits > 0; bits--) {
            for (int k = 0; k < ofLength[bits]; k++) {
                lengths[(int) sorted[i++] & (1 << SYMBOL_BITS) - 1] = bits;
            }
        }
        return lengths;
    }

    /** Symbols that occur, the rarest first, each with its count in the high bits. */
    private static long[] sorted(int[] counts) {
        long[] keys = new long[counts.length];
        int n = 0;
        int missing = 2 - Math.min(2, (int) Arrays.stream(counts).filter(c -> c > 0).count());
        for (int symbol = 0; symbol < counts.length; symbol++) {
            boolean filler = counts[symbol] == 0 && missing > 0;
            if (counts[symbol] > 0 || filler) {
                keys[n++] = (long) Math.max(1, counts[symbol]) << SYMBOL_BITS | symbol;
                missing -= filler ? 1 : 0;
            }
        }
        long[] sorted = Arrays.copyOf(keys, n);
        Arrays.sort(sorted);
        return sorted;
    }

    /** How deep in the tree each of the first {@code n} nodes, the leaves, is. */
    private static int[] depths(long[] weights, int n) {
        int[] parents = new int[weights.length];
        int leaf = 0;
        int inner = n;
        for (int node = n; node < weights.length; node++) {
            for (int child = 0; child < 2; child++) {
                boolean isLeaf = leaf < n && (inner == node || weights[leaf] <= weights[inner]);
                int lightest = isLeaf ? leaf++ : inner++;
                weights[node] += weights[lightest];
                parents[lightest] = node;
            }
        }
        int[] depths = new int[weights.length];
        for (int node = weights.length - 2; node >= 0; node--) {
            depths[node] = depths[parents[node]] + 1;
        }
        return Arrays.copyOf(depths, n);
    }

    /** How many leaves get each length: too deep ones move up, others down until the code fits again. */
    private static int[] limited(int[] depths, int longest) {
        int[] ofLength = new int[longest + 1];
        int used = 0;
        for (int depth : depths) {
            int bits = Math.min(depth, longest);
            ofLength[bits]++;
            used += 1 << longest - bits;
        }
        for (; used > 1 << longest; used--) {
            ofLength[longest]--;
            int bits = longest - 1;
            while (ofLength[bits] == 0) {
                bits--;
            }
            ofLength[bits]--;
            ofLength[bits + 1] += 2;
        }
        return ofLength;
    }
}
