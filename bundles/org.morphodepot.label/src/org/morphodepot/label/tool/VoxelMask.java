package org.morphodepot.label.tool;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;

import static org.morphodepot.label.Block.SHIFT;
import static org.morphodepot.label.Block.SIDE;

/**
 * A growing set of voxels, stored as bits by the blocks of the labels; blocks without voxels cost nothing. One thread adds;
 * others may read meanwhile and see some of what was added.
 */
public final class VoxelMask implements BlockMask {

    private static final int KEY_BITS = 21;
    private static final int KEY_MASK = (1 << KEY_BITS) - 1;
    private static final long[] FULL = full();

    /** Bits of a block by {@link #key}. */
    private final Map<Long, long[]> blocks = new ConcurrentHashMap<>();
    private final int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
    private final int[] high = new int[3];
    /** The block used last; painting stays in a block for many rows. */
    private Cell last = new Cell(-1, null);

    private record Cell(long key, long[] bits) {
    }

    /** Told about a run of voxels from x0 inclusive to x1 exclusive. */
    @FunctionalInterface
    public interface RowVisitor {
        void visit(int x0, int x1, int y, int z);
    }

    /** Adds one voxel. Coordinates are 0 to 67,108,863. */
    public void add(int x, int y, int z) {
        addRow(x, x + 1, y, z);
    }

    /** Adds the voxels from x0 inclusive to x1 exclusive; nothing when {@code x1 <= x0}. */
    public void addRow(int x0, int x1, int y, int z) {
        if (x1 <= x0) {
            return;
        }
        for (int bx = x0 >> SHIFT; bx <= x1 - 1 >> SHIFT; bx++) {
            int start = bx << SHIFT;
            int row = BlockBits.span(Math.max(0, x0 - start), Math.min(SIDE, x1 - start));
            BlockBits.addRow(writable(bx, y >> SHIFT, z >> SHIFT), y & SIDE - 1, z & SIDE - 1, row);
        }
        grow(x0, y, z, x1, y + 1, z + 1);
    }

    /** Adds the voxels of a block at block coordinates; {@code bits} are copied. */
    public void addBlock(int bx, int by, int bz, long[] bits) {
        VoxelBox bounds = BlockBits.bounds(bits, bx, by, bz);
        if (bounds.isEmpty()) {
            return;
        }
        grow(bounds.x0(), bounds.y0(), bounds.z0(), bounds.x1(), bounds.y1(), bounds.z1());
        if (BlockBits.isFull(bits)) {
            blocks.put(key(bx, by, bz), FULL);
            last = new Cell(-1, null);
        } else {
            BlockBits.or(writable(bx, by, bz), bits);
        }
    }

    /** Adds all voxels of another set. */
    public void addAll(VoxelMask other) {
        other.blocks.forEach((key, bits) -> addBlock(bx(key), by(key), bz(key), bits));
    }

    /** Whether a voxel is in the set; false for any voxel outside the scan. */
    public boolean contains(int x, int y, int z) {
        if ((x | y | z) < 0) {
            return false;
        }
        long[] bits = find(x >> SHIFT, y >> SHIFT, z >> SHIFT);
        return bits != null && (BlockBits.row(bits, y & SIDE - 1, z & SIDE - 1) >>> x & 1) != 0;
    }

    public boolean contains(VoxelPoint point) {
        return contains(point.x(), point.y(), point.z());
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** Number of voxels. */
    public long count() {
        return blocks.values().stream().mapToLong(BlockBits::count).sum();
    }

    /** The smallest box around all voxels. */
    @Override
    public VoxelBox box() {
        return isEmpty() ? VoxelBox.EMPTY : new VoxelBox(low[0], low[1], low[2], high[0], high[1], high[2]);
    }

    @Override
    public boolean read(int bx, int by, int bz, long[] bits) {
        long[] stored = find(bx, by, bz);
        if (stored == null) {
            return false;
        }
        System.arraycopy(stored, 0, bits, 0, WORDS);
        return true;
    }

    /** Visits all voxels in runs along x, block by block: a run ends at the border of its block. */
    public void forEachRow(RowVisitor visitor) {
        blocks.keySet().stream().sorted().forEach(key -> visit(key, blocks.get(key), visitor));
    }

    private static void visit(long key, long[] bits, RowVisitor visitor) {
        int x = bx(key) << SHIFT;
        for (int i = 0; i < SIDE * SIDE; i++) {
            int y = i & SIDE - 1;
            int z = i >> SHIFT;
            long rest = BlockBits.row(bits, y, z) & 0xffffffffL;
            while (rest != 0) {
                int start = Long.numberOfTrailingZeros(rest);
                int end = start + Long.numberOfTrailingZeros(~(rest >>> start));
                visitor.visit(x + start, x + end, (by(key) << SHIFT) + y, (bz(key) << SHIFT) + z);
                rest = rest >>> end << end;
            }
        }
    }

    private long[] find(int bx, int by, int bz) {
        long key = key(bx, by, bz);
        Cell cell = last;
        if (cell.key == key) {
            return cell.bits;
        }
        long[] bits = blocks.get(key);
        if (bits != null) {
            last = new Cell(key, bits);
        }
        return bits;
    }

    private long[] writable(int bx, int by, int bz) {
        long[] bits = find(bx, by, bz);
        if (bits == null) {
            bits = new long[WORDS];
            long key = key(bx, by, bz);
            blocks.put(key, bits);
            last = new Cell(key, bits);
        }
        // Adding to the shared full block changes none of its bits.
        return bits;
    }

    private void grow(int x0, int y0, int z0, int x1, int y1, int z1) {
        low[0] = Math.min(low[0], x0);
        low[1] = Math.min(low[1], y0);
        low[2] = Math.min(low[2], z0);
        high[0] = Math.max(high[0], x1);
        high[1] = Math.max(high[1], y1);
        high[2] = Math.max(high[2], z1);
    }

    private static long key(int bx, int by, int bz) {
        if ((bx | by | bz) >>> KEY_BITS != 0) {
            throw new IndexOutOfBoundsException("block " + bx + ", " + by + ", " + bz);
        }
        return ((long) bz << KEY_BITS | by) << KEY_BITS | bx;
    }

    private static int bx(long key) {
        return (int) key & KEY_MASK;
    }

    private static int by(long key) {
        return (int) (key >> KEY_BITS) & KEY_MASK;
    }

    private static int bz(long key) {
        return (int) (key >> 2 * KEY_BITS);
    }

    private static long[] full() {
        long[] bits = new long[WORDS];
        Arrays.fill(bits, -1);
        return bits;
    }
}
