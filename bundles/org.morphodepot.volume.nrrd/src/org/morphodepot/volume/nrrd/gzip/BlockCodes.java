package org.morphodepot.volume.nrrd.gzip;

import java.io.IOException;
import java.util.Arrays;

/** The two codes of a block of deflate: fixed ones, or read from the block's start (RFC 1951, 3.2.5 to 3.2.7). */
final class BlockCodes {

    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int LITERALS = 288;
    private static final int DISTANCES = 32;
    private static final int END_OF_BLOCK = 256;

    private final PrefixTable lengthsOfCodes = new PrefixTable(7, ORDER.length);
    private final PrefixTable literals = new PrefixTable(11, LITERALS);
    private final PrefixTable distances = new PrefixTable(9, DISTANCES);
    private final byte[] lengths = new byte[LITERALS + DISTANCES];

    PrefixTable literals() {
        return literals;
    }

    PrefixTable distances() {
        return distances;
    }

    void fixed() {
        for (int i = 0; i < LITERALS; i++) {
            lengths[i] = (byte) (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
        }
        literals.fill(lengths, 0, LITERALS, false, BlockCodes::literal);
        Arrays.fill(lengths, 0, DISTANCES, (byte) 5);
        distances.fill(lengths, 0, DISTANCES, false, BlockCodes::distance);
    }

    /** Reads the codes; false when the stream ends before. */
    boolean read(BitSource in) throws IOException {
        long sizes = in.take(14);
        if (sizes < 0) {
            return false;
        }
        int literalCount = (int) (sizes & 31) + 257;
        int distanceCount = (int) (sizes >> 5 & 31) + 1;
        if (literalCount > 286 || distanceCount > 30) {
            throw Inflation.damaged();
        }
        if (!readFirstCode(in, (int) (sizes >> 10) + 4) || !readLengths(in, literalCount + distanceCount)) {
            return false;
        }
        if (lengths[END_OF_BLOCK] == 0 || !literals.fill(lengths, 0, literalCount, true, BlockCodes::literal)
                || !distances.fill(lengths, literalCount, distanceCount, true, BlockCodes::distance)) {
            throw Inflation.damaged();
        }
        return true;
    }

    private boolean readFirstCode(BitSource in, int count) throws IOException {
        Arrays.fill(lengths, 0, ORDER.length, (byte) 0);
        for (int i = 0; i < count; i++) {
            long length = in.take(3);
            if (length < 0) {
                return false;
            }
            lengths[ORDER[i]] = (byte) length;
        }
        if (!lengthsOfCodes.fill(lengths, 0, ORDER.length, false, symbol -> symbol << 16)) {
            throw Inflation.damaged();
        }
        return true;
    }

    private boolean readLengths(BitSource in, int count) throws IOException {
        for (int i = 0; i < count;) {
            in.fill();
            int entry = lengthsOfCodes.entries()[(int) in.bits & lengthsOfCodes.mask()];
            int bits = entry & 15;
            int symbol = entry >>> 16;
            int extra = symbol < 16 ? 0 : symbol == 16 ? 2 : symbol == 17 ? 3 : 7;
            if (bits + extra > in.count) {
                return false;
            }
            in.drop(bits);
            if (symbol < 16) {
                lengths[i++] = (byte) symbol;
                continue;
            }
            int run = (int) in.take(extra) + (symbol == 18 ? 11 : 3);
            if (i + run > count || symbol == 16 && i == 0) {
                throw Inflation.damaged();
            }
            Arrays.fill(lengths, i, i + run, symbol == 16 ? lengths[i - 1] : 0);
            i += run;
        }
        return true;
    }

    private static int literal(int symbol) {
        if (symbol < END_OF_BLOCK) {
            return symbol << 16 | PrefixTable.LITERAL << 8;
        }
        int n = symbol - 257;
        if (n < 0) {
            return PrefixTable.END << 8;
        }
        if (n > 28) {
            return PrefixTable.FORBIDDEN << 8;
        }
        int extra = n < 8 || n == 28 ? 0 : (n >> 2) - 1;
        int least = n == 28 ? 258 : n < 8 ? n + 3 : (4 + (n & 3) << extra) + 3;
        return least << 16 | PrefixTable.BASE << 8 | extra << 4;
    }

    private static int distance(int symbol) {
        if (symbol > 29) {
            return PrefixTable.FORBIDDEN << 8;
        }
        int extra = symbol < 4 ? 0 : (symbol >> 1) - 1;
        int least = symbol < 4 ? symbol + 1 : (2 + (symbol & 1) << extra) + 1;
        return least << 16 | PrefixTable.BASE << 8 | extra << 4;
    }
}
