package org.morphodepot.volume.zarr.chunk;

import java.lang.foreign.MemorySegment;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.morphodepot.volume.zarr.blosc.Shuffle;
import org.morphodepot.volume.zarr.codec.ByteSink;

/**
 * Takes the bytes of a chunk block by block in their order and puts those of a region into their places, row by row; a row
 * is as long as bytes lie together on both sides. What is outside the region is never copied. Serves one decoding.
 */
final class Rows implements ByteSink {

    private final MemorySegment memory;
    private final int row;
    private final boolean single;
    private final int[] count;
    private final int[] step;
    private final long[] outStep;
    private final int[] index;
    private int from;
    private long to;
    private boolean finished;

    private Rows(MemorySegment memory, int row, boolean single, int[] count, int[] step, long[] outStep, int from, long to) {
        this.memory = memory;
        this.row = row;
        this.single = single;
        this.count = count;
        this.step = step;
        this.outStep = outStep;
        this.index = new int[count.length];
        this.from = from;
        this.to = to;
    }

    /**
     * The rows of {@code region} in a chunk with these {@code strides}.
     *
     * @param size bytes of a value
     */
    static Rows of(int[] strides, Region region, Destination to, int size) {
        int[] axes = IntStream.range(0, strides.length).filter(i -> region.count()[i] > 1).boxed()
                .sorted(Comparator.comparing((Integer i) -> -strides[i])).mapToInt(Integer::intValue).toArray();
        int from = 0;
        for (int i = 0; i < strides.length; i++) {
            from += region.from()[i] * strides[i];
        }
        int row = size;
        int rank = axes.length;
        while (rank > 0 && strides[axes[rank - 1]] == row && to.strides()[axes[rank - 1]] == row) {
            row *= region.count()[axes[--rank]];
        }
        int[] count = new int[rank];
        int[] step = new int[rank];
        long[] outStep = new long[rank];
        for (int i = 0; i < rank; i++) {
            count[i] = region.count()[axes[i]];
            step[i] = strides[axes[i]];
            outStep[i] = to.strides()[axes[i]];
        }
        return new Rows(to.memory(), row, rank > 0 && rank == axes.length, count, step, outStep, from, to.offset());
    }

    /** Whether no two values lie together on both sides: then it is slow. */
    boolean isSingle() {
        return single;
    }

    @Override
    public boolean wants(int start, int length) {
        return !finished && from < start + length;
    }

    @Override
    public void accept(int start, byte[] bytes, int offset, int length) {
        int end = start + length;
        while (!finished && from < end) {
            int first = Math.max(from, start);
            int n = Math.min(from + row, end) - first;
            if (n > 0) {
                MemorySegment.copy(MemorySegment.ofArray(bytes), offset + first - start, memory, to + first - from, n);
            }
            if (from + row > end) {
                return;
            }
            next();
        }
    }

    @Override
    public void acceptShuffled(int start, byte[] bytes, int offset, int length, int typeSize) {
        int end = start + length;
        int values = length / typeSize;
        while (!finished && from < end) {
            int first = Math.max(from, start);
            int n = Math.min(from + row, end) - first;
            if (n > 0) {
                Shuffle.undo(bytes, offset + (first - start) / typeSize, values, memory, to + first - from, n / typeSize,
                        typeSize);
            }
            if (from + row > end) {
                return;
            }
            next();
        }
    }

    private void next() {
        for (int axis = count.length - 1; axis >= 0; axis--) {
            from += step[axis];
            to += outStep[axis];
            if (++index[axis] < count[axis]) {
                return;
            }
            from -= count[axis] * step[axis];
            to -= count[axis] * outStep[axis];
            index[axis] = 0;
        }
        finished = true;
    }
}
