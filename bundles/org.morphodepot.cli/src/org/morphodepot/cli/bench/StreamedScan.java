package org.morphodepot.cli.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.morphodepot.label.tool.Intensities;
import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.cache.ChunkCache;

/** The scan as tools see it, and the load that looking at it means: the chunks around the brush come in meanwhile. */
public final class StreamedScan implements Intensities {

    /** Chunks in each direction: about what three views of 800 x 600 pixels show at full resolution. */
    private static final int AROUND = 4;

    private final Volume volume;
    private final ChunkCache cache;
    private final Level level;

    public StreamedScan(Volume volume, ChunkCache cache) {
        this.volume = volume;
        this.cache = cache;
        level = volume.levels().getFirst();
    }

    /** Asks for the chunks of three slices through a voxel; does not wait. */
    void lookAt(VoxelPoint point) {
        ChunkKey middle = level.chunkAt(point.x(), point.y(), point.z());
        List<ChunkKey> keys = new ArrayList<>();
        for (int a = -AROUND; a <= AROUND; a++) {
            for (int b = -AROUND; b <= AROUND; b++) {
                add(keys, middle.x() + a, middle.y() + b, middle.z());
                add(keys, middle.x() + a, middle.y(), middle.z() + b);
                add(keys, middle.x(), middle.y() + a, middle.z() + b);
            }
        }
        cache.want(this, volume, keys.stream().distinct().toList());
    }

    private void add(List<ChunkKey> keys, int x, int y, int z) {
        if (x >= 0 && x < level.chunks(0) && y >= 0 && y < level.chunks(1) && z >= 0 && z < level.chunks(2)) {
            keys.add(new ChunkKey(0, x, y, z));
        }
    }

    @Override
    public void read(VoxelBox box, float[] out) throws IOException {
        for (int z = box.z0(); z < box.z1(); z++) {
            for (int y = box.y0(); y < box.y1(); y++) {
                for (int x = box.x0(); x < box.x1();) {
                    Chunk chunk = cache.get(volume, level.chunkAt(x, y, z));
                    VoxelBox has = chunk.box();
                    int count = Math.min(box.x1(), has.x1()) - x;
                    int from = chunk.voxels().index(x - has.x0(), y - has.y0(), z - has.z0());
                    int to = ((z - box.z0()) * box.height() + y - box.y0()) * box.width() + x - box.x0();
                    chunk.voxels().read(from, 1, count, out, to);
                    x += count;
                }
            }
        }
    }

    @Override
    public DisplayRange range() {
        return volume.displayRange().orElse(new DisplayRange(0, 65535));
    }
}
