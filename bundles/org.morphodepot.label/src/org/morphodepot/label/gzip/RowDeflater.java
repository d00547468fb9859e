package org.morphodepot.label.gzip;

/** Deflates bytes on its own, ending on a byte boundary, so that such parts can follow one another. One thread. */
final class RowDeflater {

    private static final int LONGEST_CODE = 15;
    /** The end of a stream: a last block without bytes. */
    static final byte[] END = {3, 0};

    private final Repeats repeats;
    private final BitSink out = new BitSink();
    private final long[] words = new long[3 * Repeats.BYTES];

    /**
     * @param near distance of one value to the next
     * @param far distance of one row to the next; ignored when deflate cannot look back so far
     */
    RowDeflater(int near, int far) {
        repeats = new Repeats(near, far > 32 << 10 || far <= near ? 0 : far);
    }

    /** The first {@code length} bytes deflated; valid until the next call. */
    BitSink deflate(byte[] bytes, int length) {
        out.clear();
        repeats.start();
        boolean all = length == 0;
        while (!all) {
            all = repeats.find(bytes, length);
            block();
        }
        emptyStoredBlock();
        return out;
    }

    private void block() {
        int[] literals = new int[DeflateSymbols.LITERALS];
        int[] distances = new int[DeflateSymbols.DISTANCES];
        count(literals, distances);
        PrefixCode literalCode = PrefixCode.of(literals, LONGEST_CODE);
        PrefixCode distanceCode = PrefixCode.of(distances, LONGEST_CODE);
        out.put(0b100, 3); // not the last block; codes of its own
        CodeTable.put(literalCode.lengths(), distanceCode.lengths(), out);
        prepare(literalCode, distanceCode);
        char[] tokens = repeats.tokens();
        for (int i = 0; i < repeats.size(); i++) {
            long word = words[tokens[i]];
            out.put(word >>> 8, (int) word & 0xff);
        }
        literalCode.put(DeflateSymbols.END, out);
    }

    private void count(int[] literals, int[] distances) {
        int[] counts = repeats.counts();
        System.arraycopy(counts, 0, literals, 0, Repeats.BYTES);
        literals[DeflateSymbols.END] = 1;
        for (int token = Repeats.BYTES; token < counts.length; token++) {
            if (counts[token] > 0) {
                literals[DeflateSymbols.ofLength(length(token))] += counts[token];
                distances[DeflateSymbols.ofDistance(distance(token))] += counts[token];
            }
        }
    }

    /** The bits of each token that occurs, and in the lowest byte their number. */
    private void prepare(PrefixCode literals, PrefixCode distances) {
        int[] counts = repeats.counts();
        for (int token = 0; token < counts.length; token++) {
            if (counts[token] > 0) {
                words[token] = token < Repeats.BYTES ? word(literals, token) : repeat(token, literals, distances);
            }
        }
    }

    private static long word(PrefixCode code, int symbol) {
        return (long) code.codes()[symbol] << 8 | code.lengths()[symbol];
    }

    private long repeat(int token, PrefixCode literals, PrefixCode distances) {
        int length = length(token);
        int distance = distance(token);
        long word = word(literals, DeflateSymbols.ofLength(length));
        word = append(word, DeflateSymbols.lengthExtra(length), DeflateSymbols.lengthExtraBits(length));
        long code = word(distances, DeflateSymbols.ofDistance(distance));
        word = append(word, code >>> 8, (int) code & 0xff);
        return append(word, DeflateSymbols.distanceExtra(distance), DeflateSymbols.distanceExtraBits(distance));
    }

    private static long append(long word, long value, int bits) {
        int before = (int) word & 0xff;
        return word - before | value << 8 + before | before + bits;
    }

    private static int length(int token) {
        return token % Repeats.BYTES + Repeats.SHORTEST;
    }

    private int distance(int token) {
        return repeats.distance(token / Repeats.BYTES - 1);
    }

    private void emptyStoredBlock() {
        out.put(0, 3);
        out.align();
        out.put(0xffff_0000L, 32);
    }
}
