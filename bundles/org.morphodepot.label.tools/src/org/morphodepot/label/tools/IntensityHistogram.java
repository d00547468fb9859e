package org.morphodepot.label.tools;

import java.io.IOException;
import java.util.Arrays;

import org.morphodepot.label.tool.Intensities;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

/**
 * How often intensities occur in a scan, from a sample: small boxes spread evenly over it, all of a small scan. The rarest
 * values at both ends are counted in the outermost bins, so that a few bright voxels do not squeeze all others into one bin.
 *
 * @param low smallest value counted in the first bin
 * @param high largest value counted in the last bin; above {@code low}
 * @param counts voxels per bin
 */
public record IntensityHistogram(double low, double high, long[] counts) {

    public static final int BINS = 256;
    /** Boxes along each axis and voxels along each box: two million voxels. */
    private static final int BOXES = 4;
    private static final int SIDE = 32;
    private static final double TAIL = 0.0005;

    /** Reads a sample of a box of the scan; the same one each time. */
    public static IntensityHistogram of(Intensities intensities, VoxelBox whole, Progress progress) throws IOException {
        float[] values = new float[SIDE * SIDE * SIDE * BOXES * BOXES * BOXES];
        float[] box = new float[SIDE * SIDE * SIDE];
        int count = 0;
        for (int k = 0; k < BOXES * BOXES * BOXES; k++) {
            progress.check();
            progress.report(k, BOXES * BOXES * BOXES, "Reading a sample of the scan");
            VoxelBox part = box(whole, k % BOXES, k / BOXES % BOXES, k / BOXES / BOXES);
            if (!part.isEmpty()) {
                intensities.read(part, box);
                System.arraycopy(box, 0, values, count, (int) part.voxels());
                count += (int) part.voxels();
            }
        }
        return of(Arrays.copyOf(values, count));
    }

    /** The histogram of these values, which may be reordered; NaN and infinities do not count. */
    public static IntensityHistogram of(float[] values) {
        int finite = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                values[finite++] = value;
            }
        }
        if (finite == 0) {
            return new IntensityHistogram(0, 1, new long[BINS]);
        }
        Arrays.sort(values, 0, finite);
        double low = values[(int) (TAIL * (finite - 1))];
        double high = values[(int) Math.ceil((1 - TAIL) * (finite - 1))];
        if (high <= low) {
            low = values[0];
            high = Math.max(values[finite - 1], low + 1);
        }
        IntensityHistogram histogram = new IntensityHistogram(low, high, new long[BINS]);
        for (int i = 0; i < finite; i++) {
            histogram.counts[histogram.bin(values[i])]++;
        }
        return histogram;
    }

    private static VoxelBox box(VoxelBox whole, int i, int j, int k) {
        int width = whole.width();
        int height = whole.height();
        int depth = whole.depth();
        return new VoxelBox(start(width, i), start(height, j), start(depth, k), end(width, i), end(height, j), end(depth, k))
                .shift(whole.x0(), whole.y0(), whole.z0());
    }

    /** Boxes cover a short axis without overlap, and lie in the middle of equal parts of a long one. */
    private static int start(int side, int i) {
        int part = (int) ((long) side * i / BOXES);
        int next = (int) ((long) side * (i + 1) / BOXES);
        return part + Math.max(0, next - part - SIDE) / 2;
    }

    private static int end(int side, int i) {
        return Math.min((int) ((long) side * (i + 1) / BOXES), start(side, i) + SIDE);
    }

    /** The bin that counts a value. */
    public int bin(double value) {
        return (int) Math.clamp((value - low) / (high - low) * BINS, 0, BINS - 1);
    }

    /** The smallest value of a bin. */
    public double edge(int bin) {
        return low + (high - low) * bin / BINS;
    }
}
