package org.morphodepot.volume.zarr.chunk;

import java.util.Comparator;
import java.util.stream.IntStream;

import org.morphodepot.volume.zarr.codec.LittleEndian;

/** Copies values between arrays whose axes lie in different orders, in runs as long as possible. */
public final class Strides {

    private final byte[] in;
    private final byte[] out;
    private final int size;
    private final boolean reversed;
    private final int[] count;
    private final int[] inStride;
    private final int[] outStride;

    private Strides(byte[] in, int[] inStrides, Target target, int[] counts, int size, boolean reversed) {
        this.in = in;
        this.out = target.array();
        this.size = size;
        this.reversed = reversed && size > 1;
        int[] axes = IntStream.range(0, counts.length).filter(i -> counts[i] > 1).boxed()
                .sorted(Comparator.comparing((Integer i) -> -target.strides()[i])).mapToInt(Integer::intValue)
                .toArray();
        count = new int[axes.length];
        inStride = new int[axes.length];
        outStride = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            count[i] = counts[axes[i]];
            inStride[i] = inStrides[axes[i]];
            outStride[i] = target.strides()[axes[i]];
        }
    }

    /** Strides of a dense C-order array. */
    public static int[] dense(int[] count, int size) {
        int[] order = IntStream.range(0, count.length).toArray();
        return dense(count, order, size);
    }

    /** Strides of a dense array whose axes lie in {@code order}, slowest first. */
    public static int[] dense(int[] count, int[] order, int size) {
        int[] strides = new int[count.length];
        int stride = size;
        for (int i = order.length - 1; i >= 0; i--) {
            strides[order[i]] = stride;
            stride *= count[order[i]];
        }
        return strides;
    }

    /**
     * Copies {@code counts} values per axis to {@code target}.
     *
     * @param start place of the first value in {@code in}
     * @param size bytes of a value
     * @param reversed whether to turn the bytes of each value around
     */
    public static void copy(byte[] in, int start, int[] inStrides, Target target, int[] counts, int size,
            boolean reversed) {
        Strides strides = new Strides(in, inStrides, target, counts, size, reversed);
        strides.run(strides.joined(), 0, start, target.offset());
    }

    /** Sets {@code counts} values per axis to a bit pattern. */
    public static void fill(Target target, int[] counts, int size, long bits) {
        int last = counts.length - 1;
        int row = counts.length == 0 ? 1 : counts[last];
        byte[] values = new byte[Math.multiplyExact(row, size)];
        for (int i = 0; bits != 0 && i < values.length; i++) {
            values[i] = (byte) (bits >>> 8 * (i % size));
        }
        int[] strides = new int[counts.length];
        if (counts.length > 0) {
            strides[last] = size;
        }
        copy(values, 0, strides, target, counts, size, false);
    }

    /** Joins the fastest axes while they are contiguous on both sides; returns the number of axes left. */
    private int joined() {
        int rank = count.length;
        while (rank > 1 && inStride[rank - 2] == inStride[rank - 1] * count[rank - 1]
                && outStride[rank - 2] == outStride[rank - 1] * count[rank - 1]) {
            count[rank - 2] *= count[rank - 1];
            inStride[rank - 2] = inStride[rank - 1];
            outStride[rank - 2] = outStride[rank - 1];
            rank--;
        }
        return rank;
    }

    private void run(int rank, int axis, int from, int to) {
        if (rank == 0) {
            values(1, from, size, to, size);
        } else if (axis == rank - 1) {
            values(count[axis], from, inStride[axis], to, outStride[axis]);
        } else {
            for (int i = 0; i < count[axis]; i++) {
                run(rank, axis + 1, from + i * inStride[axis], to + i * outStride[axis]);
            }
        }
    }

    private void values(int n, int from, int step, int to, int outStep) {
        if (step == size && outStep == size && !reversed) {
            System.arraycopy(in, from, out, to, n * size);
            return;
        }
        switch (size) {
            case 1 -> bytes(n, from, step, to, outStep);
            case 2 -> shorts(n, from, step, to, outStep);
            case 4 -> ints(n, from, step, to, outStep);
            default -> longs(n, from, step, to, outStep);
        }
    }

    private void bytes(int n, int from, int step, int to, int outStep) {
        for (int i = 0, f = from, t = to; i < n; i++, f += step, t += outStep) {
            out[t] = in[f];
        }
    }

    private void shorts(int n, int from, int step, int to, int outStep) {
        for (int i = 0, f = from, t = to; i < n; i++, f += step, t += outStep) {
            short value = LittleEndian.getShort(in, f);
            LittleEndian.putShort(out, t, reversed ? Short.reverseBytes(value) : value);
        }
    }

    private void ints(int n, int from, int step, int to, int outStep) {
        for (int i = 0, f = from, t = to; i < n; i++, f += step, t += outStep) {
            int value = LittleEndian.getInt(in, f);
            LittleEndian.putInt(out, t, reversed ? Integer.reverseBytes(value) : value);
        }
    }

    private void longs(int n, int from, int step, int to, int outStep) {
        for (int i = 0, f = from, t = to; i < n; i++, f += step, t += outStep) {
            long value = LittleEndian.getLong(in, f);
            LittleEndian.putLong(out, t, reversed ? Long.reverseBytes(value) : value);
        }
    }
}
