package org.morphodepot.volume.zarr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Channel;
import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.LevelReader;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.Voxels;
import org.morphodepot.volume.zarr.array.WholeParts;
import org.morphodepot.volume.zarr.array.ZarrArray;
import org.morphodepot.volume.zarr.chunk.Region;
import org.morphodepot.volume.zarr.chunk.Target;
import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.metadata.ArrayMetadata;
import org.morphodepot.volume.zarr.ngff.ImageSpace.LevelSpace;
import org.morphodepot.volume.zarr.ngff.SpatialAxes;

/** Three axes of an array of any number of axes, at one place of the others. */
final class ZarrVolume implements Volume {

    private final ZarrDataset owner;
    private final String name;
    private final ZarrImage image;
    private final List<ZarrArray> arrays;
    private final long[] index;
    private final SpatialAxes axes;
    private final VoxelType type;
    private final List<Level> levels;

    /** The volume at {@code index} of the axes that are not in space; closing it closes {@code owner}. */
    ZarrVolume(ZarrDataset owner, String name, ZarrImage image, List<ZarrArray> arrays, long[] index) throws VolumeException {
        this.owner = owner;
        this.name = name;
        this.image = image;
        this.arrays = arrays;
        this.index = index.clone();
        this.axes = image.space().axes();
        this.type = image.arrays().getFirst().type().voxel().orElseThrow();
        List<Level> all = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i++) {
            LevelSpace space = image.space().levels().get(i);
            ArrayMetadata metadata = arrays.get(i).metadata();
            all.add(new Level(i, size(metadata), chunk(arrays.get(i)), space.scale(), space.offset()));
        }
        levels = List.copyOf(all);
    }

    private VoxelSize size(ArrayMetadata metadata) throws VolumeException {
        long[] shape = metadata.shape();
        if (Arrays.stream(shape).anyMatch(n -> n == 0)) {
            throw new VolumeException(Kind.UNSUPPORTED, metadata.file() + ": the array is empty, there is nothing to show");
        }
        int[] size = {1, 1, 1};
        for (int i = 0; i < 3; i++) {
            long n = axes.get(i) < 0 ? 1 : shape[axes.get(i)];
            if (n > Integer.MAX_VALUE) {
                throw new VolumeException(Kind.TOO_LARGE, metadata.file() + ": an axis is longer than can be shown");
            }
            size[i] = (int) n;
        }
        return new VoxelSize(size[0], size[1], size[2]);
    }

    private VoxelSize chunk(ZarrArray array) {
        int[] shape = array.chunkShape();
        int[] size = {1, 1, 1};
        for (int i = 0; i < 3; i++) {
            size[i] = axes.get(i) < 0 ? 1 : shape[axes.get(i)];
        }
        return new VoxelSize(size[0], size[1], size[2]);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public VoxelType type() {
        return type;
    }

    @Override
    public Geometry geometry() {
        return image.space().geometry();
    }

    @Override
    public List<Level> levels() {
        return levels;
    }

    @Override
    public Optional<DisplayRange> displayRange() {
        Channel channel = channel();
        return channel == null ? Optional.empty() : channel.window();
    }

    /** What the file says about the channel shown, or null. */
    private Channel channel() {
        List<String> names = image.axisNames();
        int axis = names.contains("c") ? names.indexOf("c") : names.indexOf("channel");
        int place = axis < 0 ? 0 : (int) Math.min(index[axis], Integer.MAX_VALUE);
        return place < image.channels().size() ? image.channels().get(place) : null;
    }

    /** The bytes of one chunk of the array. */
    private record ZarrChunk(Bytes stored) implements StoredChunk {
        @Override
        public long bytes() {
            return stored.length();
        }
    }

    @Override
    public Optional<StoredChunk> fetch(ChunkKey key) throws IOException {
        return arrays.get(key.level()).fetch(place(key)).map(ZarrChunk::new);
    }

    @Override
    public Chunk decode(ChunkKey key, Optional<StoredChunk> stored) throws IOException {
        ZarrArray array = arrays.get(key.level());
        VoxelBox box = levels.get(key.level()).box(key);
        VoxelSize size = new VoxelSize(box.width(), box.height(), box.depth());
        byte[] values = new byte[Math.toIntExact(Math.multiplyExact(size.voxels(), type.bytes()))];
        array.decode(place(key), stored.map(chunk -> ((ZarrChunk) chunk).stored()), region(array, size), target(values, size));
        return new Chunk(key, box, new Voxels(type, size, values));
    }

    private long[] place(ChunkKey key) {
        Level level = levels.get(key.level());
        int[] shape = arrays.get(key.level()).chunkShape();
        long[] place = new long[index.length];
        for (int i = 0; i < place.length; i++) {
            place[i] = index[i] / shape[i];
        }
        int[] chunk = {key.x(), key.y(), key.z()};
        for (int i = 0; i < 3; i++) {
            if (chunk[i] < 0 || chunk[i] >= level.chunks(i)) {
                throw new IndexOutOfBoundsException(key + " is outside the volume");
            }
            if (axes.get(i) >= 0) {
                place[axes.get(i)] = chunk[i];
            }
        }
        return place;
    }

    private Region region(ZarrArray array, VoxelSize size) {
        int[] from = new int[index.length];
        int[] count = new int[index.length];
        for (int i = 0; i < index.length; i++) {
            from[i] = (int) (index[i] % array.chunkShape()[i]);
            count[i] = 1;
        }
        for (int i = 0; i < 3; i++) {
            if (axes.get(i) >= 0) {
                from[axes.get(i)] = 0;
                count[axes.get(i)] = size.get(i);
            }
        }
        return new Region(from, count);
    }

    private Target target(byte[] values, VoxelSize size) {
        int[] strides = new int[index.length];
        int stride = type.bytes();
        for (int i = 0; i < 3; i++) {
            if (axes.get(i) >= 0) {
                strides[axes.get(i)] = stride;
            }
            stride *= size.get(i);
        }
        return new Target(values, 0, strides);
    }

    @Override
    public LevelReader reader(int level) {
        return new ZarrLevelReader(levels.get(level), new WholeParts(arrays.get(level)), axes, index);
    }

    @Override
    public void close() throws IOException {
        owner.close();
    }
}
