package org.morphodepot.label.tools.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AutomaticMethodTest {

    @ParameterizedTest
    @EnumSource(value = AutomaticMethod.class)
    void twoPeaks_areToldApart(AutomaticMethod method) {
        long[] counts = new long[256];
        for (int i = 0; i < 256; i++) {
            counts[i] = Math.round(10000 * bell(i, 60, 10) + 6000 * bell(i, 180, 12));
        }
        int dark = method.lastDark(counts);
        assertTrue(dark >= 75 && dark < 165, method + " splits after " + dark);
    }

    private static double bell(double x, double middle, double width) {
        return Math.exp(-(x - middle) * (x - middle) / (2 * width * width));
    }

    @Test
    void otsu_hasTheLeastVarianceWithinBothClasses() {
        Random random = new Random(2);
        for (int run = 0; run < 50; run++) {
            long[] counts = new long[64];
            for (int i = 0; i < 64; i++) {
                counts[i] = random.nextInt(1000);
            }
            double least = Double.POSITIVE_INFINITY;
            for (int t = 0; t < 63; t++) {
                least = Math.min(least, spread(counts, 0, t) + spread(counts, t + 1, 63));
            }
            int found = AutomaticMethod.OTSU.lastDark(counts);
            assertEquals(least, spread(counts, 0, found) + spread(counts, found + 1, 63), least * 1e-9);
        }
    }

    /** Sum of squared distances from the mean. */
    private static double spread(long[] counts, int from, int to) {
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (int i = from; i <= to; i++) {
            n += counts[i];
            sum += (double) i * counts[i];
            squares += (double) i * i * counts[i];
        }
        return n == 0 ? 0 : squares - sum * sum / n;
    }

    @Test
    void isoData_liesHalfwayBetweenTheMeansOfBothClasses() {
        long[] counts = new long[256];
        for (int i = 0; i < 256; i++) {
            counts[i] = Math.round(10000 * bell(i, 50, 20) + 3000 * bell(i, 150, 20));
        }
        int t = AutomaticMethod.ISODATA.lastDark(counts);
        assertEquals((mean(counts, 0, t) + mean(counts, t + 1, 255)) / 2, t, 1);
    }

    private static double mean(long[] counts, int from, int to) {
        double n = 0;
        double sum = 0;
        for (int i = from; i <= to; i++) {
            n += counts[i];
            sum += (double) i * counts[i];
        }
        return sum / n;
    }

    @Test
    void triangle_findsTheFootOfASinglePeak() {
        long[] counts = new long[256];
        for (int i = 0; i < 256; i++) {
            counts[i] = Math.round(100000 * bell(i, 40, 8)) + (i >= 40 ? 200 - i / 2 : 0);
        }
        int dark = AutomaticMethod.TRIANGLE.lastDark(counts);
        assertTrue(dark > 55 && dark < 75, "splits after " + dark);
    }

    @ParameterizedTest
    @EnumSource(value = AutomaticMethod.class)
    void poorHistograms_giveSomeSplitAndNoError(AutomaticMethod method) {
        long[][] poor = {new long[256], new long[256], new long[256], new long[2]};
        poor[1][255] = 5;
        poor[2][0] = 5;
        for (long[] counts : poor) {
            int dark = method.lastDark(counts);
            assertTrue(dark >= 0 && dark < counts.length - 1);
        }
    }
}
