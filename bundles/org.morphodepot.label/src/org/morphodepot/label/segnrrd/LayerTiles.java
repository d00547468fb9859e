package org.morphodepot.label.segnrrd;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

import org.morphodepot.label.Block;
import org.morphodepot.label.BlockRows;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.volume.VoxelSize;

/**
 * Builds a layer from rows of voxels that come with ascending z: holds one slab of {@link Block#SIDE} slices, and of it
 * only the blocks that are not background.
 */
final class LayerTiles {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final byte[] NOTHING = new byte[Block.SIDE];

    private final int tilesX;
    private final char[][] tiles;
    private final BlockRows[] byteTiles;
    private final Deque<char[]> free = new ArrayDeque<>();
    private LabelLayer layer;
    private int slab = -1;

    /** For rows inside {@code size}, whose slices must not have more than 2^31 voxels / 1024. */
    LayerTiles(VoxelSize size) {
        layer = LabelLayer.empty(size);
        tilesX = tiles(size.x());
        tiles = new char[Math.multiplyExact(tilesX, tiles(size.y()))][];
        byteTiles = new BlockRows[tiles.length];
    }

    /** Puts {@code count} labels at voxels (x, y, z), (x + 1, y, z), …, all inside the size. */
    void row(char[] labels, int from, int count, int x, int y, int z) {
        if (z >> Block.SHIFT != slab) {
            flush();
            slab = z >> Block.SHIFT;
        }
        int tileRow = (y >> Block.SHIFT) * tilesX;
        int inTile = ((z & Block.SIDE - 1) << Block.SHIFT | y & Block.SIDE - 1) << Block.SHIFT;
        int done = 0;
        while (done < count) {
            int at = x + done;
            int n = Math.min(count - done, Block.SIDE - (at & Block.SIDE - 1));
            if (any(labels, from + done, n)) {
                System.arraycopy(labels, from + done, tile(tileRow + (at >> Block.SHIFT)),
                        inTile | at & Block.SIDE - 1, n);
            }
            done += n;
        }
    }

    /** Puts {@code count} labels below 256, as {@link #row}; a layer gets either bytes or chars. */
    void bytes(byte[] labels, int from, int count, int x, int y, int z) {
        if (z >> Block.SHIFT != slab) {
            flush();
            slab = z >> Block.SHIFT;
        }
        int tileRow = (y >> Block.SHIFT) * tilesX;
        int inTile = ((z & Block.SIDE - 1) << Block.SHIFT | y & Block.SIDE - 1) << Block.SHIFT;
        int done = 0;
        while (done < count) {
            int at = x + done;
            int n = Math.min(count - done, Block.SIDE - (at & Block.SIDE - 1));
            if (any(labels, from + done, n)) {
                byteTile(tileRow + (at >> Block.SHIFT)).put(labels, from + done, n, inTile | at & Block.SIDE - 1);
            }
            done += n;
        }
    }

    /** The layer with all rows put so far. */
    LabelLayer layer() {
        flush();
        return layer;
    }

    private char[] tile(int index) {
        if (tiles[index] == null) {
            tiles[index] = free.isEmpty() ? new char[Block.VOXELS] : free.pop();
        }
        return tiles[index];
    }

    private BlockRows byteTile(int index) {
        if (byteTiles[index] == null) {
            byteTiles[index] = new BlockRows();
        }
        return byteTiles[index];
    }

    private void flush() {
        List<BlockChange> changes = new ArrayList<>();
        for (int i = 0; i < tiles.length; i++) {
            if (tiles[i] != null) {
                changes.add(new BlockChange(i % tilesX, i / tilesX, slab, Block.of(tiles[i])));
                Arrays.fill(tiles[i], (char) 0);
                free.push(tiles[i]);
                tiles[i] = null;
            }
            if (byteTiles[i] != null && !byteTiles[i].isBackground()) {
                changes.add(new BlockChange(i % tilesX, i / tilesX, slab, byteTiles[i].take()));
            }
        }
        layer = layer.with(changes);
    }

    static boolean any(char[] labels, int from, int count) {
        int or = 0;
        for (int i = from; i < from + count; i++) {
            or |= labels[i];
        }
        return or != 0;
    }

    private static boolean any(byte[] labels, int from, int count) {
        if (count < Block.SIDE) {
            return !Arrays.equals(labels, from, from + count, NOTHING, 0, count);
        }
        long or = 0;
        for (int i = 0; i < Block.SIDE; i += Long.BYTES) {
            or |= (long) WORDS.get(labels, from + i);
        }
        return or != 0;
    }

    private static int tiles(int side) {
        return (side - 1 >> Block.SHIFT) + 1;
    }
}
