package org.morphodepot.volume.zarr.write;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.Voxels;
import org.morphodepot.volume.zarr.array.Spool;
import org.morphodepot.volume.zarr.array.Workers;
import org.morphodepot.volume.zarr.chunk.ChunkGrid;
import org.morphodepot.volume.zarr.chunk.Region;
import org.morphodepot.volume.zarr.chunk.Strides;
import org.morphodepot.volume.zarr.chunk.Target;

/**
 * Writes one level, a row of chunks at a time: blocks are collected, then all chunks of the row are encoded in parallel
 * and each hands its reduced block to the next level. Driven by one thread.
 */
final class LevelWriter implements AutoCloseable {

    private final PyramidPlan plan;
    private final int index;
    private final LevelWriter next;
    private final Output output;
    private final boolean inMemory;
    private final int[] block;
    private final ChunkSink sink;
    private long[] lead;
    private BlockSlab slab;
    private int row;

    /** What all levels of one pyramid share. */
    record Output(Destination destination, Optional<WriteJournal> journal, Reduction reduction, ValueRange range,
            Progress progress, int threads) {

        ChunkSink sink(PyramidPlan plan, int level) {
            return journal.<ChunkSink>map(known -> new ShardRows(plan, level, destination, known, threads))
                    .orElseGet(() -> new SingleChunks(plan, level, destination));
        }
    }

    /**
     * The writer of level {@code index}.
     *
     * @param next the writer of the next level, null for the last
     * @param block voxels along z, y, x of the blocks that will be put
     */
    LevelWriter(PyramidPlan plan, int index, LevelWriter next, Output output, boolean inMemory, int[] block) {
        this.plan = plan;
        this.index = index;
        this.next = next;
        this.output = output;
        this.inMemory = inMemory;
        this.block = block;
        this.sink = output.sink(plan, index);
    }

    /** Bytes of a row of chunks. */
    static long rowBytes(PyramidPlan plan, int index) {
        PyramidPlan.Level level = plan.levels().get(index);
        return (long) level.chunk()[0] * level.size()[1] * level.size()[2] * plan.type().bytes();
    }

    private PyramidPlan.Level level() {
        return plan.levels().get(index);
    }

    /** Starts the next scan of the source. */
    void begin(long[] leading) {
        lead = leading;
        if (next != null) {
            next.begin(leading);
        }
    }

    /** Number of planes of chunk row {@code z}. */
    int height(int z) {
        return Math.min(level().chunk()[0], level().size()[0] - z * level().chunk()[0]);
    }

    /** Starts to collect chunk row {@code z}. */
    void beginRow(int z) throws IOException {
        row = z;
        int[] size = {height(z), level().size()[1], level().size()[2]};
        Spool spool = inMemory ? null : Spool.in(output.destination().scratch());
        slab = new BlockSlab(size, block, plan.type().bytes(), spool);
        sink.begin(lead, z);
    }

    /** Takes over a block of the current row; several threads may. */
    void put(int[] place, byte[] values) throws IOException {
        slab.put(place, values);
    }

    /** Writes the current row, whose blocks are all there. */
    void finishRow() throws IOException {
        boolean last = (row + 1) * level().chunk()[0] >= level().size()[0];
        int share = next == null ? 0 : level().block(next.level().factor())[0];
        int nextChunk = next == null ? 1 : next.level().chunk()[0];
        int nextRow = row * share / nextChunk;
        int place = next == null ? 0 : (row * share - nextRow * nextChunk) / share;
        if (next != null && place == 0) {
            next.beginRow(nextRow);
        }
        Region region = Region.whole(new int[] {height(row), level().size()[1], level().size()[2]});
        ChunkGrid grid = new ChunkGrid(level().chunk());
        int across = (level().size()[2] - 1) / level().chunk()[2] + 1;
        int down = (level().size()[1] - 1) / level().chunk()[1] + 1;
        Workers.run(across * down, output.threads(), i -> {
            output.progress().check();
            int[] chunk = {0, i / across, i % across};
            Region part = grid.part(chunk, region);
            int[] offset = grid.offset(chunk, region);
            write(new int[] {row, chunk[1], chunk[2]}, new Region(offset, part.count()), place);
        });
        slab.close();
        slab = null;
        sink.end();
        if (next != null && (last || (row + 1) * share % nextChunk == 0)) {
            next.finishRow();
        }
    }

    private void write(int[] chunk, Region region, int place) throws IOException {
        int size = plan.type().bytes();
        byte[] values = new byte[(int) region.values() * size];
        slab.read(region, Target.dense(values, 0, region.count(), size));
        if (next != null) {
            byte[] reduced = output.reduction().reduce(plan.type(), values, region.count(), next.level().factor());
            next.put(new int[] {place, chunk[1], chunk[2]}, reduced);
        } else {
            int[] n = region.count();
            output.range().add(new Voxels(plan.type(), new VoxelSize(n[2], n[1], n[0]), values));
        }
        if (sink.sees(chunk, values) && !isEmpty(values)) {
            sink.put(chunk, plan.compression().encode(padded(values, region), size));
        }
    }

    /** Chunks of the fill value alone are not stored. */
    private static boolean isEmpty(byte[] values) {
        return values.length == 0
                || values[0] == 0 && Arrays.equals(values, 0, values.length - 1, values, 1, values.length);
    }

    private byte[] padded(byte[] values, Region region) {
        if (region.isWhole(level().chunk())) {
            return values;
        }
        int size = plan.type().bytes();
        byte[] chunk = new byte[(int) Region.whole(level().chunk()).values() * size];
        Strides.copy(values, 0, Strides.dense(region.count(), size), Target.dense(chunk, 0, level().chunk(), size),
                region.count(), size, false);
        return chunk;
    }

    @Override
    public void close() throws IOException {
        try (sink) {
            if (slab != null) {
                slab.close();
                slab = null;
            }
        }
    }
}
