package org.morphodepot.volume;

import java.io.IOException;
import java.util.Optional;

import org.morphodepot.volume.Volume.StoredChunk;

/** Reads any volume chunk by chunk, with a copy. */
record ChunkwiseReader(Volume volume, int level) implements LevelReader {

    @Override
    public VoxelSize part() {
        return volume.levels().get(level).chunk();
    }

    @Override
    public long read(int x, int y, int z, LargeVoxels whole) throws IOException {
        ChunkKey key = new ChunkKey(level, x, y, z);
        Optional<StoredChunk> stored = volume.fetch(key);
        Chunk chunk = volume.decode(key, stored);
        whole.put(chunk.voxels(), chunk.box().x0(), chunk.box().y0(), chunk.box().z0());
        return stored.map(StoredChunk::bytes).orElse(0L);
    }
}
