package org.morphodepot.label.gzip;

/** The CRC-32 of gzip of bytes that were looked at in parts. Numbers are polynomials over GF(2), highest bit x^0. */
final class JoinedCrc {

    private static final int POLYNOMIAL = 0xedb88320;
    private static final int ONE = 1 << 31;
    /** x^(2^k) for each k. */
    private static final int[] POWERS = powers();

    private int crc;

    /** Adds the next part by its own checksum and length. */
    void add(int partCrc, long partLength) {
        crc = multiply(power(8 * partLength), crc) ^ partCrc;
    }

    int value() {
        return crc;
    }

    /** x^n modulo the polynomial. */
    private static int power(long n) {
        int result = ONE;
        for (int k = 0; n >> k > 0; k++) {
            if ((n >> k & 1) != 0) {
                result = multiply(result, POWERS[k]);
            }
        }
        return result;
    }

    private static int multiply(int a, int b) {
        int product = 0;
        int shifted = b;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            product ^= (a & bit) == 0 ? 0 : shifted;
            shifted = shifted >>> 1 ^ ((shifted & 1) == 0 ? 0 : POLYNOMIAL);
        }
        return product;
    }

    private static int[] powers() {
        int[] powers = new int[63];
        powers[0] = ONE >>> 1;
        for (int k = 1; k < powers.length; k++) {
            powers[k] = multiply(powers[k - 1], powers[k - 1]);
        }
        return powers;
    }
}
