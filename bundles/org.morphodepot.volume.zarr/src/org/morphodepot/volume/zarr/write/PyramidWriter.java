package org.morphodepot.volume.zarr.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Dataset.ValueSink;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

/**
 * Takes the values of a source in C order and writes all levels. Values are gathered to bands, as many rows of a plane
 * as a chunk is high, and cut into the blocks of level 0. One thread.
 */
public final class PyramidWriter implements ValueSink, AutoCloseable {

    private final PyramidPlan plan;
    private final List<LevelWriter> levels = new ArrayList<>();
    private final ValueRange range = new ValueRange();
    private final Progress progress;
    private final byte[] band;
    private final int rowBytes;
    private final int[] size;
    private final int[] chunk;
    private final long total;
    private int filled;
    private int y;
    private int z;
    private long volume;
    private long done;

    /**
     * A writer of chunks to {@code destination}; the metadata is left to the caller.
     *
     * @param resume whether to go on with what is at the destination, when shards are written
     * @param memory bytes that may be used for collecting; what needs more goes through temporary files
     * @param threads encoding and writing at the same time
     */
    public PyramidWriter(PyramidPlan plan, Destination destination, Reduction reduction, Progress progress, boolean resume,
            long memory, int threads) throws IOException {
        this.plan = plan;
        this.progress = progress;
        this.size = plan.levels().getFirst().size();
        this.chunk = plan.levels().getFirst().chunk();
        this.rowBytes = Math.multiplyExact(size[2], plan.type().bytes());
        long bandBytes = (long) rowBytes * chunk[1];
        if (bandBytes > Math.max(memory, 1 << 20)) {
            throw new VolumeException(Kind.TOO_LARGE, "rows of " + size[2] + " voxels need more memory than there is");
        }
        band = new byte[(int) bandBytes];
        total = plan.axes().volumes() * size[0] * size[1] * rowBytes;
        Optional<WriteJournal> journal =
                plan.sharded() ? Optional.of(WriteJournal.of(destination, plan, resume)) : Optional.empty();
        LevelWriter.Output output = new LevelWriter.Output(destination, journal, reduction, range, progress, threads);
        LevelWriter next = null;
        long left = memory - bandBytes;
        for (int i = plan.levels().size() - 1; i >= 0; i--) {
            boolean fits = LevelWriter.rowBytes(plan, i) <= left;
            left -= fits ? LevelWriter.rowBytes(plan, i) : 0;
            next = new LevelWriter(plan, i, next, output, fits, block(i));
            levels.addFirst(next);
        }
    }

    private int[] block(int level) {
        return level == 0 ? new int[] {1, chunk[1], chunk[2]}
                : plan.levels().get(level - 1).block(plan.levels().get(level).factor());
    }

    @Override
    public void accept(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int end = offset + length;
        while (from < end) {
            if (done == total) {
                throw new VolumeException(Kind.MALFORMED, "the source has more values than it says");
            }
            int wanted = bandRows() * rowBytes;
            int count = Math.min(end - from, wanted - filled);
            System.arraycopy(bytes, from, band, filled, count);
            from += count;
            filled += count;
            done += count;
            if (filled == wanted) {
                finishBand();
            }
        }
    }

    private int bandRows() {
        return Math.min(chunk[1], size[1] - y);
    }

    private void finishBand() throws IOException {
        if (y == 0 && z % chunk[0] == 0) {
            progress.check();
            if (z == 0) {
                levels.getFirst().begin(plan.axes().lead(volume));
            }
            levels.getFirst().beginRow(z / chunk[0]);
        }
        cutBand();
        y += bandRows();
        filled = 0;
        if (y == size[1]) {
            finishPlane();
        }
    }

    private void cutBand() throws IOException {
        int rows = bandRows();
        int step = chunk[2] * plan.type().bytes();
        for (int x = 0; x * step < rowBytes; x++) {
            int width = Math.min(step, rowBytes - x * step);
            byte[] block = new byte[rows * width];
            for (int r = 0; r < rows; r++) {
                System.arraycopy(band, r * rowBytes + x * step, block, r * width, width);
            }
            levels.getFirst().put(new int[] {z % chunk[0], y / chunk[1], x}, block);
        }
    }

    private void finishPlane() throws IOException {
        y = 0;
        z++;
        if (z == size[0] || z % chunk[0] == 0) {
            levels.getFirst().finishRow();
            progress.report(done, total, "writing");
        }
        if (z == size[0]) {
            z = 0;
            volume++;
        }
    }

    /** To be called when all values are there. */
    public void finish() throws VolumeException {
        if (done != total) {
            throw new VolumeException(Kind.MALFORMED, "the source has fewer values than it says");
        }
    }

    /** Smallest and largest value of the coarsest level. */
    public Optional<DisplayRange> range() {
        return range.range();
    }

    @Override
    public void close() throws IOException {
        for (LevelWriter level : levels) {
            level.close();
        }
    }
}
