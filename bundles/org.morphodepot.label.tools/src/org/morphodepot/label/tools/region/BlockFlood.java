package org.morphodepot.label.tools.region;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.label.tool.VoxelMask;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelBox;

import static org.morphodepot.label.Block.SHIFT;
import static org.morphodepot.label.Block.SIDE;

/**
 * Finds the connected part of a set around a voxel, block by block: a block is read when the flood reaches it, fills up by
 * whole rows, and wakes the neighbours whose border it touched. Memory: 8 KiB per block that was reached. Used once.
 */
final class BlockFlood {

    /** Blocks at most, half a gigabyte. */
    private static final int MAX_CELLS = 1 << 16;

    private final BlockMask candidates;
    private final VoxelBox range;
    private final boolean corners;
    private final long limit;
    private final Progress progress;
    private final Map<Place, FloodCell> cells = new HashMap<>();
    private final Deque<FloodCell> waiting = new ArrayDeque<>();
    private final FloodCell[] around = new FloodCell[27];
    private final long[] bits = new long[BlockMask.WORDS];
    private long filled;

    private record Place(int bx, int by, int bz) {
    }

    /**
     * @param corners voxels that share only an edge or a corner are neighbours too
     * @param limit voxels at most
     */
    BlockFlood(BlockMask candidates, boolean corners, long limit, Progress progress) {
        this.candidates = candidates;
        this.corners = corners;
        this.limit = limit;
        this.progress = progress;
        range = BlockMask.blocks(candidates.box());
    }

    /**
     * The part of the set that is connected to a voxel; empty when the voxel is not in the set.
     *
     * @throws VolumeException {@link VolumeException.Kind#TOO_LARGE} when there are more voxels than the limit
     */
    VoxelMask from(int x, int y, int z) throws IOException {
        FloodCell start = cell(x >> SHIFT, y >> SHIFT, z >> SHIFT);
        if (start != null && start.seed(x & SIDE - 1, y & SIDE - 1, z & SIDE - 1)) {
            waiting.add(start);
        }
        int steps = 0;
        while (!waiting.isEmpty()) {
            progress.check();
            if ((++steps & 63) == 0) {
                progress.report(filled, -1, "Filling, " + filled + " voxels so far");
            }
            flood(waiting.poll());
        }
        return result();
    }

    private void flood(FloodCell cell) throws IOException {
        cell.waiting = false;
        for (int i = 0; i < around.length; i++) {
            around[i] = cells.get(new Place(cell.bx + i % 3 - 1, cell.by + i / 3 % 3 - 1, cell.bz + i / 9 - 1));
        }
        int added = cell.grow(around, corners);
        filled += added;
        if (filled > limit) {
            throw new VolumeException(VolumeException.Kind.TOO_LARGE, "The region has more than " + limit
                    + " voxels and probably leaks; lower the tolerance or raise the limit");
        }
        if (added > 0) {
            wakeNeighbours(cell);
        }
    }

    private void wakeNeighbours(FloodCell cell) throws IOException {
        for (int i = 0; i < around.length; i++) {
            int dx = i % 3 - 1;
            int dy = i / 3 % 3 - 1;
            int dz = i / 9 - 1;
            int distance = Math.abs(dx) + Math.abs(dy) + Math.abs(dz);
            if (distance > 0 && (corners || distance == 1) && cell.grewTowards(dx, dy, dz)) {
                FloodCell neighbour = cell(cell.bx + dx, cell.by + dy, cell.bz + dz);
                if (neighbour != null && !neighbour.waiting && !neighbour.isDone()) {
                    neighbour.waiting = true;
                    waiting.add(neighbour);
                }
            }
        }
    }

    /** The cell of a block, read when new; null outside the set's box. */
    private FloodCell cell(int bx, int by, int bz) throws IOException {
        if (!range.contains(bx, by, bz)) {
            return null;
        }
        Place place = new Place(bx, by, bz);
        FloodCell cell = cells.get(place);
        if (cell == null) {
            if (cells.size() == MAX_CELLS) {
                throw new VolumeException(VolumeException.Kind.TOO_LARGE,
                        "The region spreads over too much of the scan; lower the tolerance or restrict the editable area");
            }
            cell = new FloodCell(bx, by, bz, candidates.read(bx, by, bz, bits) ? bits : null);
            cells.put(place, cell);
        }
        return cell;
    }

    private VoxelMask result() {
        VoxelMask mask = new VoxelMask();
        for (FloodCell cell : cells.values()) {
            mask.addBlock(cell.bx, cell.by, cell.bz, cell.filledBits(bits));
        }
        return mask;
    }
}
