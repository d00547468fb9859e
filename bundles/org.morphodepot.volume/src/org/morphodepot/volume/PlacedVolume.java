package org.morphodepot.volume;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The voxels of another volume at another place. */
final class PlacedVolume implements Volume {

    private final Volume source;
    private final Geometry geometry;

    PlacedVolume(Volume source, Geometry geometry) {
        this.source = source;
        this.geometry = geometry;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public VoxelType type() {
        return source.type();
    }

    @Override
    public Geometry geometry() {
        return geometry;
    }

    @Override
    public List<Level> levels() {
        return source.levels();
    }

    @Override
    public Optional<DisplayRange> displayRange() {
        return source.displayRange();
    }

    @Override
    public Optional<StoredChunk> fetch(ChunkKey key) throws IOException {
        return source.fetch(key);
    }

    @Override
    public Chunk decode(ChunkKey key, Optional<StoredChunk> stored) throws IOException {
        return source.decode(key, stored);
    }

    @Override
    public LevelReader reader(int level) {
        return source.reader(level);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
