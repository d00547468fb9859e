package org.morphodepot.label.tools.threshold;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToIntFunction;

import org.morphodepot.label.tools.IntensityHistogram;

/**
 * Ways to split a histogram in dark and bright. Each gives the last bin that is dark. Written from the publications named;
 * all take time in the number of bins, or its square.
 */
enum AutomaticMethod {

    /** Largest variance between the classes: N. Otsu, IEEE Trans. SMC 9 (1979). */
    OTSU("Otsu", AutomaticMethod::otsu),
    /** Halfway between the means of both sides: T. Ridler and S. Calvard, IEEE Trans. SMC 8 (1978). */
    ISODATA("IsoData", AutomaticMethod::isoData),
    /** Farthest below the line from the peak to the far end: G. Zack et al., J. Histochem. Cytochem. 25 (1977). */
    TRIANGLE("Triangle", AutomaticMethod::triangle),
    /** Least fuzzy: L. Huang and M. Wang, Pattern Recognition 28 (1995). */
    HUANG("Huang", AutomaticMethod::huang),
    /** Largest sum of entropies: J. Kapur et al., Graph. Models Image Proc. 29 (1985). */
    MAXIMUM_ENTROPY("Maximum entropy", AutomaticMethod::maximumEntropy);

    private final String label;
    private final ToIntFunction<long[]> split;

    AutomaticMethod(String label, ToIntFunction<long[]> split) {
        this.label = label;
        this.split = split;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    /** The last dark bin, 0 to the number of bins - 2; 0 when fewer than two bins are in use. */
    int lastDark(long[] counts) {
        return Math.clamp(split.applyAsInt(counts), 0, counts.length - 2);
    }

    /** Where bright begins, as an intensity. */
    double threshold(IntensityHistogram histogram) {
        return histogram.edge(lastDark(histogram.counts()) + 1);
    }

    private static int otsu(long[] counts) {
        double total = Arrays.stream(counts).sum();
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += (double) i * counts[i];
        }
        double dark = 0;
        double darkSum = 0;
        double best = -1;
        int first = 0;
        int last = 0;
        for (int t = 0; t < counts.length - 1; t++) {
            dark += counts[t];
            darkSum += (double) t * counts[t];
            if (dark == 0 || dark == total) {
                continue;
            }
            double difference = darkSum / dark - (sum - darkSum) / (total - dark);
            double between = dark * (total - dark) * difference * difference;
            if (between > best * (1 + 1e-12)) {
                best = between;
                first = t;
                last = t;
            } else if (between >= best * (1 - 1e-12)) {
                last = t;
            }
        }
        // Between two far peaks all splits are equally good: take the middle one.
        return (first + last) / 2;
    }

    private static int isoData(long[] counts) {
        double[] before = new double[counts.length + 1];
        double[] sumBefore = new double[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            before[i + 1] = before[i] + counts[i];
            sumBefore[i + 1] = sumBefore[i] + (double) i * counts[i];
        }
        double total = before[counts.length];
        double sum = sumBefore[counts.length];
        double t = total == 0 ? 0 : sum / total;
        for (int step = 0; step < 1000; step++) {
            int bin = (int) Math.floor(t) + 1;
            double dark = before[bin];
            if (dark == 0 || dark == total) {
                break;
            }
            double next = (sumBefore[bin] / dark + (sum - sumBefore[bin]) / (total - dark)) / 2;
            if (Math.abs(next - t) < 1e-6) {
                break;
            }
            t = next;
        }
        return (int) Math.floor(t);
    }

    private static int triangle(long[] counts) {
        int peak = 0;
        int first = -1;
        int last = 0;
        for (int i = 0; i < counts.length; i++) {
            peak = counts[i] > counts[peak] ? i : peak;
            first = first < 0 && counts[i] > 0 ? i : first;
            last = counts[i] > 0 ? i : last;
        }
        // The longer tail holds the smaller class.
        int end = last - peak >= peak - first ? last : Math.max(0, first);
        int step = Integer.signum(end - peak);
        int best = peak;
        double deepest = 0;
        for (int i = peak; i != end; i += step) {
            double line = counts[peak] + (double) (counts[end] - counts[peak]) * (i - peak) / (end - peak);
            double depth = line - counts[i];
            if (depth > deepest) {
                deepest = depth;
                best = i;
            }
        }
        return step < 0 ? best - 1 : best;
    }

    private static int huang(long[] counts) {
        int first = 0;
        int last = counts.length - 1;
        while (first < last && counts[first] == 0) {
            first++;
        }
        while (last > first && counts[last] == 0) {
            last--;
        }
        double range = last - first;
        int best = first;
        double least = Double.POSITIVE_INFINITY;
        for (int t = first; t < last; t++) {
            double fuzziness = fuzziness(counts, first, t, range) + fuzziness(counts, t + 1, last, range);
            if (fuzziness < least) {
                least = fuzziness;
                best = t;
            }
        }
        return best;
    }

    /** Shannon's function of how well each bin belongs to the mean of its class. */
    private static double fuzziness(long[] counts, int from, int to, double range) {
        double weight = 0;
        double sum = 0;
        for (int i = from; i <= to; i++) {
            weight += counts[i];
            sum += (double) i * counts[i];
        }
        double mean = weight == 0 ? from : Math.rint(sum / weight);
        double fuzziness = 0;
        for (int i = from; i <= to; i++) {
            double member = 1 / (1 + Math.abs(i - mean) / range);
            if (member > 1e-9 && member < 1 - 1e-9) {
                fuzziness -= counts[i] * (member * Math.log(member) + (1 - member) * Math.log(1 - member));
            }
        }
        return fuzziness;
    }

    private static int maximumEntropy(long[] counts) {
        double total = Arrays.stream(counts).sum();
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < counts.length - 1 && total > 0; t++) {
            double entropy = entropy(counts, 0, t) + entropy(counts, t + 1, counts.length - 1);
            if (entropy > most) {
                most = entropy;
                best = t;
            }
        }
        return best;
    }

    /** Minus infinity when the class is empty. */
    private static double entropy(long[] counts, int from, int to) {
        double weight = 0;
        for (int i = from; i <= to; i++) {
            weight += counts[i];
        }
        if (weight == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double entropy = 0;
        for (int i = from; i <= to; i++) {
            double p = counts[i] / weight;
            entropy -= p == 0 ? 0 : p * Math.log(p);
        }
        return entropy;
    }
}
