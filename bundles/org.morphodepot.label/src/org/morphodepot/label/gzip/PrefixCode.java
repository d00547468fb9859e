package org.morphodepot.label.gzip;

/** The codes of deflate for given lengths: canonical, and with their bits reversed as they are written. */
record PrefixCode(int[] lengths, int[] codes) {

    private static final int LONGEST = 15;

    static PrefixCode of(int[] counts, int longest) {
        int[] lengths = CodeLengths.of(counts, longest);
        int[] ofLength = new int[LONGEST + 1];
        for (int length : lengths) {
            ofLength[length]++;
        }
        ofLength[0] = 0;
        int[] next = new int[LONGEST + 1];
        for (int bits = 1; bits <= LONGEST; bits++) {
            next[bits] = next[bits - 1] + ofLength[bits - 1] << 1;
        }
        int[] codes = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int bits = lengths[symbol];
            if (bits > 0) {
                codes[symbol] = Integer.reverse(next[bits]++) >>> Integer.SIZE - bits;
            }
        }
        return new PrefixCode(lengths, codes);
    }

    void put(int symbol, BitSink out) {
        out.put(codes[symbol], lengths[symbol]);
    }
}
