package org.morphodepot.viewer.session;

import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.Voxels;

/** A scan of nothing but zeros, for a segmentation that was opened without its scan. */
record BlankVolume(String name, Geometry geometry, List<Level> levels) implements Volume {

    private static final int CHUNK = 128;

    static BlankVolume of(String name, VoxelSize size, Geometry geometry) {
        VoxelSize chunk = new VoxelSize(Math.min(CHUNK, size.x()), Math.min(CHUNK, size.y()),
                Math.min(CHUNK, size.z()));
        return new BlankVolume(name, geometry, List.of(Level.finest(size, chunk)));
    }

    @Override
    public VoxelType type() {
        return VoxelType.UINT8;
    }

    @Override
    public Optional<StoredChunk> fetch(ChunkKey key) {
        return Optional.empty();
    }

    @Override
    public Chunk decode(ChunkKey key, Optional<StoredChunk> stored) {
        VoxelBox box = levels.getFirst().box(key);
        VoxelSize size = new VoxelSize(box.width(), box.height(), box.depth());
        return new Chunk(key, box, Voxels.filled(VoxelType.UINT8, size, 0));
    }

    @Override
    public void close() {
        // nothing is open
    }
}
