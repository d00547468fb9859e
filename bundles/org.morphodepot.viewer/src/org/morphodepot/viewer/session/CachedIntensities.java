package org.morphodepot.viewer.session;

import java.io.IOException;

import org.morphodepot.label.tool.Intensities;
import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.cache.ChunkCache;

/** The finest level's values, through the cache. The range grows with what is read. */
final class CachedIntensities implements Intensities {

    private final Volume volume;
    private final ChunkCache cache;
    private DisplayRange range;

    CachedIntensities(Volume volume, ChunkCache cache, DisplayRange range) {
        this.volume = volume;
        this.cache = cache;
        this.range = range;
    }

    @Override
    public void read(VoxelBox box, float[] out) throws IOException {
        Level level = volume.levels().getFirst();
        ChunkKey first = level.chunkAt(box.x0(), box.y0(), box.z0());
        ChunkKey last = level.chunkAt(box.x1() - 1, box.y1() - 1, box.z1() - 1);
        for (int z = first.z(); z <= last.z(); z++) {
            for (int y = first.y(); y <= last.y(); y++) {
                for (int x = first.x(); x <= last.x(); x++) {
                    copy(cache.get(volume, new ChunkKey(0, x, y, z)), box, out);
                }
            }
        }
        see(out, Math.toIntExact(box.voxels()));
    }

    private void see(float[] values, int count) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        // NaN and infinities widen nothing
        if (Float.isFinite(low) && Float.isFinite(high) && low <= high) {
            widen(low, high);
        }
    }

    private synchronized void widen(double low, double high) {
        if (low < range.low() || high > range.high()) {
            range = new DisplayRange(Math.min(low, range.low()), Math.max(high, range.high()));
        }
    }

    private static void copy(Chunk chunk, VoxelBox box, float[] out) {
        VoxelBox shared = chunk.box().intersect(box);
        for (int z = shared.z0(); z < shared.z1(); z++) {
            for (int y = shared.y0(); y < shared.y1(); y++) {
                int from = chunk.voxels().index(shared.x0() - chunk.box().x0(), y - chunk.box().y0(),
                        z - chunk.box().z0());
                int to = ((z - box.z0()) * box.height() + y - box.y0()) * box.width() + shared.x0() - box.x0();
                chunk.voxels().read(from, 1, shared.width(), out, to);
            }
        }
    }

    @Override
    public synchronized DisplayRange range() {
        return range;
    }
}
