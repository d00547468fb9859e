package org.morphodepot.volume.nrrd;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.Voxels;
import org.morphodepot.volume.nrrd.data.ByteSwap;
import org.morphodepot.volume.nrrd.data.RawValues;
import org.morphodepot.volume.nrrd.header.NrrdHeader;

/**
 * A file as three axes of one resolution in chunks that exist only here: cubes where small reads are cheap, else
 * stretches of the file of some MiB, each one request. Of vectors, colours, layers and times the first is shown.
 */
final class NrrdVolume implements Volume {

    private static final int CUBE = 64;
    private static final int REQUEST = 4 << 20;

    private final String name;
    private final NrrdHeader header;
    private final ArrayLayout layout;
    private final RawValues values;
    private final NrrdDataset owner;
    private final Level level;

    /** Values of a chunk, little endian. */
    private record Bytes(byte[] values) implements StoredChunk {
        @Override
        public long bytes() {
            return values.length;
        }
    }

    /** {@code owner} is closed with the volume. */
    NrrdVolume(String name, NrrdHeader header, ArrayLayout layout, RawValues values, NrrdDataset owner) {
        this.name = name;
        this.header = header;
        this.layout = layout;
        this.values = values;
        this.owner = owner;
        this.level = Level.finest(layout.size(), chunk());
    }

    private VoxelSize chunk() {
        VoxelSize size = layout.size();
        return values.isLocal()
                ? new VoxelSize(Math.min(CUBE, size.x()), Math.min(CUBE, size.y()), Math.min(CUBE, size.z()))
                : layout.contiguousChunk(REQUEST);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public VoxelType type() {
        return header.type();
    }

    @Override
    public Geometry geometry() {
        return header.orientation().geometry();
    }

    @Override
    public List<Level> levels() {
        return List.of(level);
    }

    @Override
    public Optional<StoredChunk> fetch(ChunkKey key) throws IOException {
        VoxelBox box = level.box(key);
        byte[] bytes = readBox(box);
        if (!values.isLittleEndian()) {
            ByteSwap.swap(bytes, bytes.length, layout.bytes());
        }
        return Optional.of(new Bytes(bytes));
    }

    private byte[] readBox(VoxelBox box) throws IOException {
        try {
            return values.isLocal() ? layout.read(values, box) : layout.readAtOnce(values, box);
        } catch (InternalError e) {
            // the machine reports a mapped page that is gone a little after the access, outside the copy
            throw new VolumeException(VolumeException.Kind.STORAGE, "cannot read " + name
                    + ": it changed or its disk is gone; open it again", e);
        }
    }

    @Override
    public Chunk decode(ChunkKey key, Optional<StoredChunk> stored) {
        VoxelBox box = level.box(key);
        VoxelSize size = new VoxelSize(box.width(), box.height(), box.depth());
        Voxels voxels = stored.isPresent() ? new Voxels(type(), size, ((Bytes) stored.get()).values())
                : Voxels.filled(type(), size, 0);
        return new Chunk(key, box, voxels);
    }

    @Override
    public void close() throws IOException {
        owner.close();
    }
}
