package org.morphodepot.viewer.ui;

import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.Voxels;

/** A cube of 64 voxels that all have the value 1, in one chunk. */
final class GreyVolume implements Volume {

    private static final VoxelSize SIZE = new VoxelSize(64, 64, 64);

    VoxelSize size() {
        return SIZE;
    }

    @Override
    public String name() {
        return "grey";
    }

    @Override
    public VoxelType type() {
        return VoxelType.UINT8;
    }

    @Override
    public Geometry geometry() {
        return Geometry.of(1, 1, 1, "mm");
    }

    @Override
    public List<Level> levels() {
        return List.of(Level.finest(SIZE, SIZE));
    }

    @Override
    public Optional<StoredChunk> fetch(ChunkKey key) {
        return Optional.empty();
    }

    @Override
    public Chunk decode(ChunkKey key, Optional<StoredChunk> stored) {
        return new Chunk(key, SIZE.box(), Voxels.filled(VoxelType.UINT8, SIZE, 1));
    }

    @Override
    public void close() {
        // nothing is open
    }
}
