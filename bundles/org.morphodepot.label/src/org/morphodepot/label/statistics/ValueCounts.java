package org.morphodepot.label.statistics;

import java.util.Arrays;

/**
 * How often values occur, for their median: exact up to half a million different ones; beyond that neighbouring values are
 * counted together, which makes the median wrong by less than one part in a thousand.
 */
final class ValueCounts {

    private static final int MOST = 1 << 20;

    private int[] keys = new int[1 << 10];
    private long[] counts = new long[1 << 10];
    private int different;
    /** Bits of the value that are not looked at. */
    private int dropped;

    void add(float value) {
        add(ordered(value) >> dropped, 1);
        while (2 * different > keys.length) {
            grow();
        }
    }

    private void add(int key, long count) {
        int mask = keys.length - 1;
        int slot = (key * 0x9E3779B1 >>> 8) & mask;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        if (counts[slot] == 0) {
            keys[slot] = key;
            different++;
        }
        counts[slot] += count;
    }

    /** Makes room: a larger table, or, when it is large already, values that are looked at less closely. */
    private void grow() {
        int shift = keys.length == MOST ? 1 : 0;
        dropped += shift;
        int[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new int[shift == 1 ? MOST : 2 * oldKeys.length];
        counts = new long[keys.length];
        different = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] > 0) {
                add(oldKeys[i] >> shift, oldCounts[i]);
            }
        }
    }

    /** The middle value, or the mean of the middle two. */
    double median() {
        long[] packed = new long[different];
        int n = 0;
        long total = 0;
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) {
                packed[n++] = (long) keys[i] << 32 | i;
                total += counts[i];
            }
        }
        Arrays.sort(packed);
        return (at(packed, (total - 1) / 2) + at(packed, total / 2)) / 2;
    }

    private double at(long[] packed, long rank) {
        long before = 0;
        for (long p : packed) {
            before += counts[(int) p];
            if (rank < before) {
                return value((int) (p >> 32) << dropped);
            }
        }
        return Double.NaN;
    }

    /** An integer in the order of the values. */
    private static int ordered(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
    }

    private static float value(int ordered) {
        return Float.intBitsToFloat(ordered >= 0 ? ordered : ordered ^ Integer.MAX_VALUE);
    }
}
