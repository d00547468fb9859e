package org.morphodepot.volume.nrrd.gzip;

import java.util.Arrays;

/**
 * Looks up codes of deflate by the next bits: a first table for short codes, further ones for the rest of long codes. An
 * entry is {@code value << 16 | kind << 8 | extra << 4 | bits}.
 */
final class PrefixTable {

    static final int LONGEST = 15;
    static final int LITERAL = 0;
    /** The value is the least length or distance, to which extra bits are added. */
    static final int BASE = 1;
    static final int END = 2;
    /** The value is the place of a further table, for which extra bits are looked at. */
    static final int FURTHER = 3;
    /** Bits that are no code, or the code of a symbol that must not be used. */
    static final int FORBIDDEN = 4;

    private static final int NONE = FORBIDDEN << 8;

    private final int first;
    private final int[] entries;
    private int used;

    /** @param first bits looked up at once */
    PrefixTable(int first, int symbols) {
        this.first = first;
        entries = new int[(1 << first) + (symbols << LONGEST - first)];
    }

    /** What symbols mean: entries without bits. */
    @FunctionalInterface
    interface Meaning {
        int of(int symbol);
    }

    /**
     * Makes the table for codes of these lengths.
     *
     * @param oneAlone whether a single code, or none, is allowed although it leaves bits that are no code
     * @return whether they are lengths of a code
     */
    boolean fill(byte[] lengths, int from, int symbols, boolean oneAlone, Meaning meaning) {
        int[] ofLength = new int[LONGEST + 1];
        for (int i = 0; i < symbols; i++) {
            ofLength[lengths[from + i]]++;
        }
        ofLength[0] = 0;
        int longest = LONGEST;
        while (longest > 0 && ofLength[longest] == 0) {
            longest--;
        }
        if (!isCode(ofLength, oneAlone && longest <= 1)) {
            return false;
        }
        Arrays.fill(entries, 0, 1 << first, NONE);
        used = 1 << first;
        int[] next = new int[LONGEST + 2];
        for (int bits = 1; bits <= LONGEST; bits++) {
            next[bits + 1] = next[bits] + ofLength[bits] << 1;
        }
        for (int i = 0; i < symbols; i++) {
            int bits = lengths[from + i];
            if (bits > 0) {
                put(Integer.reverse(next[bits]++) >>> Integer.SIZE - bits, bits, longest, meaning.of(i));
            }
        }
        return true;
    }

    private static boolean isCode(int[] ofLength, boolean mayLeave) {
        int left = 1;
        for (int bits = 1; bits <= LONGEST && left >= 0; bits++) {
            left = (left << 1) - ofLength[bits];
        }
        return left == 0 || left > 0 && mayLeave;
    }

    private void put(int code, int bits, int longest, int meaning) {
        if (bits <= first) {
            for (int i = code; i < 1 << first; i += 1 << bits) {
                entries[i] = meaning | bits;
            }
            return;
        }
        int prefix = code & (1 << first) - 1;
        if (entries[prefix] == NONE) {
            entries[prefix] = used << 16 | FURTHER << 8 | longest - first << 4 | first;
            Arrays.fill(entries, used, used + (1 << longest - first), NONE);
            used += 1 << longest - first;
        }
        int further = entries[prefix] >>> 16;
        for (int i = code >> first; i < 1 << longest - first; i += 1 << bits - first) {
            entries[further + i] = meaning | bits - first;
        }
    }

    static int value(int entry) {
        return entry >>> 16;
    }

    static int kind(int entry) {
        return entry >> 8 & 0xff;
    }

    /** Number of bits behind the code that are added to the value, or looked up in the further table. */
    static int extra(int entry) {
        return entry >> 4 & 15;
    }

    /** All entries; the first ones are those of {@link #mask}. */
    int[] entries() {
        return entries;
    }

    /** Of the bits that are looked up at once. */
    int mask() {
        return (1 << first) - 1;
    }
}
