package org.morphodepot.volume.zarr.write;

import java.io.IOException;

import org.morphodepot.volume.zarr.array.Spool;
import org.morphodepot.volume.zarr.chunk.ChunkGrid;
import org.morphodepot.volume.zarr.chunk.Region;
import org.morphodepot.volume.zarr.chunk.Strides;
import org.morphodepot.volume.zarr.chunk.Target;

/**
 * One row of chunks of a level while it is collected, as a grid of dense blocks in memory or in a temporary file.
 * Blocks may be put by several threads, each once, before any region is read.
 */
final class BlockSlab implements AutoCloseable {

    private final ChunkGrid grid;
    private final int valueSize;
    private final int[] blocks;
    private final byte[][] memory;
    private final Spool spool;
    private final Region all;

    /**
     * An empty slab.
     *
     * @param size voxels along z, y, x
     * @param block voxels of a block; those at the end are smaller
     * @param spool where to keep them; null for memory
     */
    BlockSlab(int[] size, int[] block, int valueSize, Spool spool) {
        this.all = Region.whole(size);
        this.grid = new ChunkGrid(block);
        this.valueSize = valueSize;
        this.spool = spool;
        blocks = new int[size.length];
        int count = 1;
        for (int i = 0; i < size.length; i++) {
            blocks[i] = (size[i] + block[i] - 1) / block[i];
            count = Math.multiplyExact(count, blocks[i]);
        }
        memory = spool == null ? new byte[count][] : null;
    }

    /** Takes over the values of a block. */
    void put(int[] block, byte[] values) throws IOException {
        int number = number(block);
        if (spool == null) {
            memory[number] = values;
        } else {
            spool.write(position(number), values, 0, values.length);
        }
    }

    /** Copies a region to {@code target}. */
    void read(Region region, Target target) throws IOException {
        for (int[] block : grid.chunks(region)) {
            Region whole = grid.part(block, all);
            Region part = grid.part(block, region);
            int[] strides = Strides.dense(whole.count(), valueSize);
            int start = 0;
            for (int i = 0; i < strides.length; i++) {
                start += part.from()[i] * strides[i];
            }
            byte[] values = values(number(block), (int) whole.values() * valueSize);
            Strides.copy(values, start, strides, target.shifted(grid.offset(block, region)), part.count(), valueSize,
                    false);
        }
    }

    private byte[] values(int number, int length) throws IOException {
        if (spool == null) {
            return memory[number];
        }
        byte[] values = new byte[length];
        spool.read(position(number), values, 0, length);
        return values;
    }

    private int number(int[] block) {
        return (block[0] * blocks[1] + block[1]) * blocks[2] + block[2];
    }

    private long position(int number) {
        return number * Region.whole(grid.shape()).values() * valueSize;
    }

    @Override
    public void close() throws IOException {
        if (spool != null) {
            spool.close();
        }
    }
}
