package org.morphodepot.label.gzip;

import java.util.Arrays;

/** Writes the lengths of the codes of a block as RFC 1951, 3.2.7 says. */
final class CodeTable {

    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int LONGEST = 7;
    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    private static final int SAME = 16;

    private final int[] counts = new int[ORDER.length];
    /** Symbols with their extra bits above 8 bits. */
    private final int[] symbols = new int[DeflateSymbols.LITERALS + DeflateSymbols.DISTANCES];
    private int size;

    private CodeTable() {
    }

    static void put(int[] literals, int[] distances, BitSink out) {
        int literalCount = Math.max(257, used(literals));
        int distanceCount = Math.max(1, used(distances));
        int[] lengths = Arrays.copyOf(literals, literalCount + distanceCount);
        System.arraycopy(distances, 0, lengths, literalCount, distanceCount);
        CodeTable table = new CodeTable();
        table.find(lengths);
        out.put(literalCount - 257, 5);
        out.put(distanceCount - 1, 5);
        table.put(out);
    }

    private static int used(int[] lengths) {
        int used = lengths.length;
        while (used > 0 && lengths[used - 1] == 0) {
            used--;
        }
        return used;
    }

    private void find(int[] lengths) {
        int at = 0;
        while (at < lengths.length) {
            int length = lengths[at];
            int run = 1;
            while (at + run < lengths.length && lengths[at + run] == length) {
                run++;
            }
            at += run;
            if (length != 0) {
                symbol(length, 0);
                run--;
            }
            while (run >= 3) {
                run -= length == 0 ? zeros(Math.min(run, 138)) : same(Math.min(run, 6));
            }
            for (; run > 0; run--) {
                symbol(length, 0);
            }
        }
    }

    private int zeros(int run) {
        symbol(run < 11 ? ZEROS : MANY_ZEROS, run - (run < 11 ? 3 : 11));
        return run;
    }

    private int same(int run) {
        symbol(SAME, run - 3);
        return run;
    }

    private void symbol(int symbol, int extra) {
        symbols[size++] = extra << 8 | symbol;
        counts[symbol]++;
    }

    private void put(BitSink out) {
        PrefixCode code = PrefixCode.of(counts, LONGEST);
        int last = ORDER.length;
        while (last > 4 && code.lengths()[ORDER[last - 1]] == 0) {
            last--;
        }
        out.put(last - 4, 4);
        for (int i = 0; i < last; i++) {
            out.put(code.lengths()[ORDER[i]], 3);
        }
        for (int i = 0; i < size; i++) {
            int symbol = symbols[i] & 0xff;
            code.put(symbol, out);
            int extraBits = symbol == SAME ? 2 : symbol == ZEROS ? 3 : symbol == MANY_ZEROS ? 7 : 0;
            out.put(symbols[i] >> 8, extraBits);
        }
    }
}
