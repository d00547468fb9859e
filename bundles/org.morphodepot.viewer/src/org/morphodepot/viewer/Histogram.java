package org.morphodepot.viewer;

/**
 * How often values occur, in bins of equal width.
 *
 * @param low lower edge of the first bin
 * @param high upper edge of the last bin; values equal to it belong to the last bin
 * @param counts values per bin; shared, do not change
 */
public record Histogram(double low, double high, long[] counts) {

    /**
     * Counts finite values between the smallest and the largest one; one empty bin range (0 to 1) when there are none.
     */
    public static Histogram of(float[] values, int bins) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low > high) {
            return new Histogram(0, 1, new long[bins]);
        }
        Histogram histogram = new Histogram(low, high > low ? high : low + 1.0, new long[bins]);
        for (float value : values) {
            if (Float.isFinite(value)) {
                histogram.counts[histogram.bin(value)]++;
            }
        }
        return histogram;
    }

    /** The bin of a value, clamped to the first and last. */
    public int bin(double value) {
        return (int) Math.clamp((value - low) / (high - low) * counts.length, 0, counts.length - 1);
    }
}
