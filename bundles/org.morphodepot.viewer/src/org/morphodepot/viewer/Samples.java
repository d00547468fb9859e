package org.morphodepot.viewer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Volume;

/** A representative handful of a scan's values, read from few chunks of its coarsest level. */
public final class Samples {

    /** Chunks per axis at most, spread over the scan. */
    private static final int PER_AXIS = 3;
    private static final long CHUNK_VOXELS = 8L << 20;
    private static final int VALUES = 1 << 18;

    private Samples() {
    }

    /** Gives a chunk, waiting for it. */
    @FunctionalInterface
    public interface ChunkReader {
        Chunk read(ChunkKey key) throws IOException;
    }

    /** The few chunks of the coarsest level to read, so that they can be asked for together. */
    public static List<ChunkKey> chunks(Volume volume) {
        return spread(volume.levels().getLast());
    }

    /** About {@code 2^18} values of the coarsest level, or all if there are fewer. Blocks; never on the UI thread. */
    public static float[] of(Volume volume, ChunkReader chunks) throws IOException {
        List<ChunkKey> keys = chunks(volume);
        List<float[]> parts = new ArrayList<>();
        int total = 0;
        for (ChunkKey key : keys) {
            float[] part = thinned(chunks.read(key), Math.max(1, VALUES / keys.size()));
            parts.add(part);
            total += part.length;
        }
        float[] values = new float[total];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, values, at, part.length);
            at += part.length;
        }
        return values;
    }

    /** Chunks at the middle and, when chunks are small enough, at the quarters of each axis. */
    static List<ChunkKey> spread(Level level) {
        int perAxis = level.chunk().voxels() * PER_AXIS * PER_AXIS * PER_AXIS > CHUNK_VOXELS * PER_AXIS ? 1 : PER_AXIS;
        Set<ChunkKey> keys = new LinkedHashSet<>();
        for (int z = 1; z <= perAxis; z++) {
            for (int y = 1; y <= perAxis; y++) {
                for (int x = 1; x <= perAxis; x++) {
                    keys.add(new ChunkKey(level.index(), at(level, 0, x, perAxis), at(level, 1, y, perAxis),
                            at(level, 2, z, perAxis)));
                }
            }
        }
        return List.copyOf(keys);
    }

    private static int at(Level level, int axis, int step, int steps) {
        return (int) ((long) level.chunks(axis) * step / (steps + 1));
    }

    private static float[] thinned(Chunk chunk, int limit) {
        int voxels = Math.toIntExact(chunk.voxels().size().voxels());
        int stride = Math.max(1, voxels / limit);
        // An even stride would hit the same columns of every row.
        stride += stride > 1 && stride % 2 == 0 ? 1 : 0;
        float[] values = new float[(voxels + stride - 1) / stride];
        chunk.voxels().read(0, stride, values.length, values, 0);
        return values;
    }
}
