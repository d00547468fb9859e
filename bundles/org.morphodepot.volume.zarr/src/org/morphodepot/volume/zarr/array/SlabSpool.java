package org.morphodepot.volume.zarr.array;

import java.io.IOException;

import org.morphodepot.volume.Dataset.ValueSink;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.zarr.chunk.Region;
import org.morphodepot.volume.zarr.chunk.Strides;
import org.morphodepot.volume.zarr.chunk.Target;

/**
 * Reads back a slab whose chunks lie one after the other in a temporary file, in bands: a range along one axis, single
 * indices along slower axes, everything along faster ones. Such a band is one run of bytes in each chunk.
 */
final class SlabSpool {

    private final Slab slab;
    private final Spool spool;
    private final int[] count;
    private final int size;
    private final int axis;
    private final int height;

    SlabSpool(Slab slab, Spool spool, int memory) {
        this.slab = slab;
        this.spool = spool;
        this.count = slab.region().count();
        this.size = slab.valueSize();
        long row = slab.bytes();
        int along = -1;
        do {
            along++;
            row /= count[along];
        } while (row > memory / 2 && along < count.length - 1);
        axis = along;
        height = Math.clamp(memory / 2 / row, 1, count[axis]);
    }

    void stream(ValueSink sink, Progress progress) throws IOException {
        int[] from = new int[count.length];
        int slower;
        do {
            for (from[axis] = 0; from[axis] < count[axis]; from[axis] += height) {
                progress.check();
                band(from, sink);
            }
            slower = axis - 1;
            while (slower >= 0 && ++from[slower] == count[slower]) {
                from[slower--] = 0;
            }
        } while (slower >= 0);
    }

    private void band(int[] from, ValueSink sink) throws IOException {
        int[] sides = count.clone();
        for (int i = 0; i <= axis; i++) {
            sides[i] = i < axis ? 1 : Math.min(height, count[i] - from[i]);
        }
        Region band = new Region(from.clone(), sides);
        byte[] values = new byte[(int) band.values() * size];
        Target target = Target.dense(values, 0, sides, size);
        for (int[] chunk : slab.grid().chunks(band)) {
            copy(chunk, band, target.shifted(slab.grid().offset(chunk, band)));
        }
        sink.accept(values, 0, values.length);
    }

    private void copy(int[] chunk, Region band, Target target) throws IOException {
        Region part = slab.grid().part(chunk, band);
        int[] strides = Strides.dense(slab.grid().part(chunk, slab.region()).count(), size);
        long start = slab.position(slab.number(chunk));
        for (int i = 0; i < strides.length; i++) {
            start += (long) part.from()[i] * strides[i];
        }
        byte[] run = new byte[(int) part.values() * size];
        spool.read(start, run, 0, run.length);
        Strides.copy(run, 0, Strides.dense(part.count(), size), target, part.count(), size, false);
    }
}
