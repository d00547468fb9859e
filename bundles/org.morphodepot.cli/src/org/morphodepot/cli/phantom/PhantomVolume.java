package org.morphodepot.cli.phantom;

import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.Voxels;

/** The scan, chunk by chunk: fetching costs nothing, decoding computes. */
final class PhantomVolume implements Volume {

    private static final StoredChunk FORMULA = () -> 0;

    private final Scanner scanner;
    private final Geometry geometry;
    private final List<Level> levels;

    PhantomVolume(Scanner scanner, Geometry geometry, List<Level> levels) {
        this.scanner = scanner;
        this.geometry = geometry;
        this.levels = levels;
    }

    @Override
    public String name() {
        return "specimen";
    }

    @Override
    public VoxelType type() {
        return VoxelType.UINT16;
    }

    @Override
    public Geometry geometry() {
        return geometry;
    }

    @Override
    public List<Level> levels() {
        return levels;
    }

    @Override
    public Optional<DisplayRange> displayRange() {
        return Optional.of(new DisplayRange(500, 2700));
    }

    @Override
    public Optional<StoredChunk> fetch(ChunkKey key) {
        return Optional.of(FORMULA);
    }

    @Override
    public Chunk decode(ChunkKey key, Optional<StoredChunk> stored) {
        Level level = levels.get(key.level());
        VoxelBox box = level.box(key);
        VoxelSize size = new VoxelSize(box.width(), box.height(), box.depth());
        return new Chunk(key, box, new Voxels(VoxelType.UINT16, size, scanner.scan(level, box)));
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
