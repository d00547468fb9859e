package org.morphodepot.label.gzip;

/** The symbols of RFC 1951 for lengths and distances. */
final class DeflateSymbols {

    static final int END = 256;
    static final int LITERALS = 286;
    static final int DISTANCES = 30;

    private DeflateSymbols() {
    }

    /** The symbol of a length of 3 to 258. */
    static int ofLength(int length) {
        if (length == Repeats.LONGEST) {
            return 285;
        }
        int n = length - Repeats.SHORTEST;
        return n < 8 ? 257 + n : 257 + 4 * (extraBits(n) + 1) + (n >> extraBits(n) & 3);
    }

    static int lengthExtraBits(int length) {
        int n = length - Repeats.SHORTEST;
        return length == Repeats.LONGEST || n < 8 ? 0 : extraBits(n);
    }

    static int lengthExtra(int length) {
        return length - Repeats.SHORTEST & (1 << lengthExtraBits(length)) - 1;
    }

    private static int extraBits(int n) {
        return 29 - Integer.numberOfLeadingZeros(n);
    }

    /** The symbol of a distance of 1 to 32768. */
    static int ofDistance(int distance) {
        int n = distance - 1;
        return n < 4 ? n : 2 * (distanceExtraBits(distance) + 1) + (n >> distanceExtraBits(distance) & 1);
    }

    static int distanceExtraBits(int distance) {
        int n = distance - 1;
        return n < 4 ? 0 : 30 - Integer.numberOfLeadingZeros(n);
    }

    static int distanceExtra(int distance) {
        return distance - 1 & (1 << distanceExtraBits(distance)) - 1;
    }
}
