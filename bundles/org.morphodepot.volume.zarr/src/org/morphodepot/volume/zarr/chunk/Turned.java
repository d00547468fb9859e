package org.morphodepot.volume.zarr.chunk;

import java.util.Comparator;
import java.util.stream.IntStream;

import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.codec.CodecException;
import org.morphodepot.volume.zarr.codec.Scratch;

/**
 * Puts values that lie in another order, or nowhere yet, where they go: they are made aside in the right order, then copied
 * row by row.
 */
public final class Turned {

    private Turned() {
    }

    static void decode(ChunkFormat format, Bytes stored, Region region, Destination to, int size) throws CodecException {
        int[] strides = strides(region.count(), to, size);
        byte[] scratch = Scratch.borrow(Math.toIntExact(region.values() * size));
        try {
            format.decode(stored, region, new Target(scratch, 0, strides));
            copy(scratch, strides, region.count(), to, size);
        } finally {
            Scratch.giveBack(scratch);
        }
    }

    /** Fills {@code count} values per axis with a bit pattern. */
    public static void fill(int[] count, Destination to, int size, long bits) {
        int[] strides = strides(count, to, size);
        byte[] scratch = Scratch.borrow(Math.toIntExact(new Region(count, count).values() * size));
        try {
            Strides.fill(new Target(scratch, 0, strides), count, size, bits);
            copy(scratch, strides, count, to, size);
        } finally {
            Scratch.giveBack(scratch);
        }
    }

    /** Dense, with axes in the order of the destination. */
    private static int[] strides(int[] count, Destination to, int size) {
        int[] order = IntStream.range(0, count.length).boxed().sorted(Comparator.comparing((Integer i) -> -to.strides()[i]))
                .mapToInt(Integer::intValue).toArray();
        return Strides.dense(count, order, size);
    }

    private static void copy(byte[] values, int[] strides, int[] count, Destination to, int size) {
        Region all = Region.whole(count);
        Rows.of(strides, all, to, size).accept(0, values, 0, Math.toIntExact(all.values() * size));
    }
}
