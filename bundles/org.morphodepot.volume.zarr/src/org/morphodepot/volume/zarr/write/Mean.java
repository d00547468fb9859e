package org.morphodepot.volume.zarr.write;

import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.zarr.codec.Elements;

/** The mean, for intensities; integers are rounded half up. */
public final class Mean implements Reduction {

    @Override
    public String name() {
        return "mean";
    }

    @Override
    public byte[] reduce(VoxelType type, byte[] values, int[] count, int[] factor) {
        int[] reduced = Reduction.reduced(count, factor);
        byte[] out = new byte[reduced[0] * reduced[1] * reduced[2] * type.bytes()];
        RowMean mean = type.isFloat() ? new Floats(type, count[2], factor[2])
                : type.bytes() == 8 ? new Longs(type, count[2], factor[2]) : new Integers(type, count[2], factor[2]);
        int to = 0;
        for (int z = 0; z < count[0]; z += factor[0]) {
            for (int y = 0; y < count[1]; y += factor[1]) {
                int rows = 0;
                for (int sz = z; sz < Math.min(count[0], z + factor[0]); sz++) {
                    for (int sy = y; sy < Math.min(count[1], y + factor[1]); sy++) {
                        mean.add(values, (sz * count[1] + sy) * count[2] * type.bytes());
                        rows++;
                    }
                }
                mean.finish(rows, out, to);
                to += reduced[2] * type.bytes();
            }
        }
        return out;
    }

    /** Sums of the rows that become one row. The number of voxels in a sum is 1, 2, 4 or 8. */
    private abstract static class RowMean {

        final VoxelType type;
        final int count;
        final int factor;
        final int sums;

        RowMean(VoxelType type, int count, int factor) {
            this.type = type;
            this.count = count;
            this.factor = factor;
            this.sums = (count + factor - 1) / factor;
        }

        abstract void add(byte[] values, int from);

        abstract void finish(int rows, byte[] out, int to);

        /** Logarithm of the number of voxels in sum {@code i} of {@code rows} rows. */
        int shift(int rows, int i) {
            return Integer.numberOfTrailingZeros(rows * Math.min(factor, count - i * factor));
        }
    }

    private static final class Integers extends RowMean {

        private final long[] row;
        private final long[] sum;

        Integers(VoxelType type, int count, int factor) {
            super(type, count, factor);
            row = new long[count + 1];
            sum = new long[sums];
        }

        @Override
        void add(byte[] values, int from) {
            Rows.read(type, values, from, row, count);
            if (factor == 1) {
                for (int i = 0; i < sums; i++) {
                    sum[i] += row[i];
                }
            } else {
                row[count] = 0;
                for (int i = 0; i < sums; i++) {
                    sum[i] += row[2 * i] + row[2 * i + 1];
                }
            }
        }

        @Override
        void finish(int rows, byte[] out, int to) {
            for (int i = 0; i < sums; i++) {
                int shift = shift(rows, i);
                row[i] = sum[i] + (1L << shift >> 1) >> shift;
                sum[i] = 0;
            }
            Rows.write(type, row, out, to, sums);
        }
    }

    /** Sums eighths and remainders apart, so that nothing overflows and nothing is rounded. */
    private static final class Longs extends RowMean {

        private final long[] row;
        private final long[] eighths;
        private final long[] rest;

        Longs(VoxelType type, int count, int factor) {
            super(type, count, factor);
            row = new long[count];
            eighths = new long[sums];
            rest = new long[sums];
        }

        @Override
        void add(byte[] values, int from) {
            Rows.read(type, values, from, row, count);
            for (int i = 0; i < count; i++) {
                eighths[i / factor] += type == VoxelType.UINT64 ? row[i] >>> 3 : row[i] >> 3;
                rest[i / factor] += row[i] & 7;
            }
        }

        @Override
        void finish(int rows, byte[] out, int to) {
            for (int i = 0; i < sums; i++) {
                int shift = shift(rows, i);
                row[i] = eighths[i] * (8 >> shift) + (rest[i] + (1L << shift >> 1) >> shift);
                eighths[i] = 0;
                rest[i] = 0;
            }
            Rows.write(type, row, out, to, sums);
        }
    }

    private static final class Floats extends RowMean {

        private final Elements elements;
        private final double[] row;
        private final double[] sum;

        Floats(VoxelType type, int count, int factor) {
            super(type, count, factor);
            elements = new Elements(type, false);
            row = new double[count];
            sum = new double[sums];
        }

        @Override
        void add(byte[] values, int from) {
            Rows.read(elements, values, from, row, count);
            for (int i = 0; i < count; i++) {
                sum[i / factor] += row[i];
            }
        }

        @Override
        void finish(int rows, byte[] out, int to) {
            for (int i = 0; i < sums; i++) {
                row[i] = sum[i] / (1 << shift(rows, i));
                sum[i] = 0;
            }
            Rows.write(elements, row, out, to, sums);
        }
    }
}
