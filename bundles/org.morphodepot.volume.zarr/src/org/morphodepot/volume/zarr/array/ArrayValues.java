package org.morphodepot.volume.zarr.array;

import java.io.IOException;
import java.util.Optional;

import org.morphodepot.volume.Dataset.ValueSink;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.zarr.chunk.Region;
import org.morphodepot.volume.zarr.chunk.Target;
import org.morphodepot.volume.zarr.codec.Bytes;

/**
 * Hands over all values of an array in C order. One row of chunks along the slowest axis (a slab) is read at a time,
 * its chunks in parallel; a slab that is larger than the memory allowed goes through a temporary file.
 */
public final class ArrayValues {

    private static final int MOST_THREADS = 16;

    private final ZarrArray array;
    private final int memory;
    private final int threads;
    private final long total;

    /** The values of {@code array}, using about {@code memory} bytes besides the chunks being decoded. */
    public ArrayValues(ZarrArray array, int memory) throws VolumeException {
        this.array = array;
        this.memory = memory;
        long chunkBytes = Region.whole(array.chunkShape()).values() * array.valueSize();
        this.threads = Math.clamp(memory / (2 * Math.max(1, chunkBytes)), 1, MOST_THREADS);
        this.total = array.metadata().values() * array.valueSize();
        long[] shape = array.metadata().shape();
        for (int i = 1; i < shape.length; i++) {
            if (shape[i] > Integer.MAX_VALUE) {
                throw new VolumeException(Kind.TOO_LARGE, array.metadata().file() + ": an axis is too long");
            }
        }
    }

    /** The memory to use in this program: an eighth of the heap, between 16 and 256 MiB. */
    public static int usualMemory() {
        return (int) Math.clamp(Runtime.getRuntime().maxMemory() / 8, 16L << 20, 256L << 20);
    }

    /** Hands over all values as little-endian bytes. Blocks. */
    public void stream(ValueSink sink, Progress progress) throws IOException {
        long[] shape = array.metadata().shape();
        long rows = shape.length == 0 ? 1 : shape[0];
        int step = shape.length == 0 ? 1 : array.chunkShape()[0];
        long done = 0;
        byte[] values = new byte[0];
        for (long row = 0; total > 0 && row < rows; row += step) {
            progress.check();
            Slab slab = new Slab(array, row / step, (int) Math.min(step, rows - row));
            if (slab.bytes() <= memory || shape.length == 0) {
                values = values.length < slab.bytes() ? new byte[(int) slab.bytes()] : values;
                read(slab, values, progress);
                sink.accept(values, 0, (int) slab.bytes());
            } else {
                spool(slab, sink, progress);
            }
            done += slab.bytes();
            progress.report(done, total, "reading");
        }
    }

    private void read(Slab slab, byte[] values, Progress progress) throws IOException {
        Target all = Target.dense(values, 0, slab.region().count(), array.valueSize());
        Workers.run(slab.chunks(), threads, i -> {
            progress.check();
            int[] chunk = slab.chunk(i);
            read(slab, chunk, all.shifted(slab.grid().offset(chunk, slab.region())));
        });
    }

    private void read(Slab slab, int[] chunk, Target target) throws IOException {
        long[] place = slab.place(chunk);
        Optional<Bytes> stored = array.fetch(place);
        array.decode(place, stored, slab.grid().part(chunk, slab.region()), target);
    }

    private void spool(Slab slab, ValueSink sink, Progress progress) throws IOException {
        try (Spool spool = Spool.temporary()) {
            Workers.run(slab.chunks(), threads, i -> {
                progress.check();
                int[] chunk = slab.chunk(i);
                Region part = slab.grid().part(chunk, slab.region());
                byte[] values = new byte[(int) part.values() * array.valueSize()];
                read(slab, chunk, Target.dense(values, 0, part.count(), array.valueSize()));
                spool.write(slab.position(i), values, 0, values.length);
            });
            new SlabSpool(slab, spool, memory).stream(sink, progress);
        }
    }
}
