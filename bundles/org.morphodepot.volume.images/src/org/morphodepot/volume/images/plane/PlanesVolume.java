package org.morphodepot.volume.images.plane;

import java.io.IOException;
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

/** A stack of slices at one resolution; each slice is a chunk. */
final class PlanesVolume implements Volume {

    private final String name;
    private final Planes planes;
    private final Geometry geometry;
    private final Level level;

    PlanesVolume(String name, Planes planes, Geometry geometry) {
        this.name = name;
        this.planes = planes;
        this.geometry = geometry;
        VoxelSize size = planes.size();
        this.level = Level.finest(size, new VoxelSize(size.x(), size.y(), 1));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public VoxelType type() {
        return planes.type();
    }

    @Override
    public Geometry geometry() {
        return geometry;
    }

    @Override
    public List<Level> levels() {
        return List.of(level);
    }

    /** Nothing is read yet: these files are on this computer, and reading them is mostly unpacking. */
    @Override
    public Optional<StoredChunk> fetch(ChunkKey key) {
        long bytes = level.box(key).voxels() * type().bytes();
        return Optional.of(() -> bytes);
    }

    @Override
    public Chunk decode(ChunkKey key, Optional<StoredChunk> stored) throws IOException {
        VoxelSize size = new VoxelSize(planes.size().x(), planes.size().y(), 1);
        return new Chunk(key, level.box(key), new Voxels(type(), size, planes.read(key.z())));
    }

    @Override
    public void close() throws IOException {
        planes.close();
    }
}
