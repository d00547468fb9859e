package org.morphodepot.cli.phantom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.LevelInfo;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;

/** The scan as writers and checksums want it. */
final class PhantomDataset implements Dataset {

    /** Bytes held at a time; a slab of whole rows that fits. */
    private static final long SLAB = 32L << 20;

    private final PhantomVolume volume;
    private final Scanner scanner;

    PhantomDataset(PhantomVolume volume, Scanner scanner) {
        this.volume = volume;
        this.scanner = scanner;
    }

    @Override
    public DatasetInfo info() {
        List<LevelInfo> levels = new ArrayList<>();
        for (Level level : volume.levels()) {
            levels.add(new LevelInfo(list(level.size()), list(level.chunk()), Optional.empty(), List.of(),
                    Optional.empty()));
        }
        return new DatasetInfo("phantom", VoxelType.UINT16.id(), list(volume.levels().getFirst().size()),
                Optional.of(volume.geometry()), "left-posterior-superior", List.of("x", "y", "z"), levels, List.of());
    }

    private static List<Long> list(VoxelSize size) {
        return List.of((long) size.x(), (long) size.y(), (long) size.z());
    }

    @Override
    public Volume volume() {
        return volume;
    }

    @Override
    public void values(ValueSink sink, Progress progress) throws IOException {
        Level level = volume.levels().getFirst();
        VoxelSize size = level.size();
        long row = 2L * size.x();
        int rows = Math.clamp(SLAB / row, 1, size.y());
        int depth = rows < size.y() ? 1 : Math.clamp(SLAB / (row * rows), 1, Pose.CHUNK);
        for (int z = 0; z < size.z(); z += depth) {
            for (int y = 0; y < size.y(); y += rows) {
                progress.check();
                VoxelBox slab = new VoxelBox(0, y, z, size.x(), y + rows, z + depth).intersect(size.box());
                byte[] bytes = slab(level, slab);
                sink.accept(bytes, 0, bytes.length);
                progress.report(row * ((long) z * size.y() + (long) slab.y1() * slab.depth()),
                        row * size.y() * size.z(), "computing voxels");
            }
        }
    }

    private byte[] slab(Level level, VoxelBox slab) {
        byte[] bytes = new byte[Math.toIntExact(2 * slab.voxels())];
        int columns = (slab.width() + Pose.CHUNK - 1) / Pose.CHUNK;
        int rows = (slab.height() + Pose.CHUNK - 1) / Pose.CHUNK;
        IntStream.range(0, columns * rows).parallel().forEach(tile -> {
            int x = slab.x0() + tile % columns * Pose.CHUNK;
            int y = slab.y0() + tile / columns * Pose.CHUNK;
            VoxelBox box = new VoxelBox(x, y, slab.z0(), x + Pose.CHUNK, y + Pose.CHUNK, slab.z1()).intersect(slab);
            place(scanner.scan(level, box), box, bytes, slab);
        });
        return bytes;
    }

    private static void place(byte[] from, VoxelBox box, byte[] to, VoxelBox slab) {
        int row = 2 * box.width();
        int at = 0;
        for (int z = box.z0(); z < box.z1(); z++) {
            for (int y = box.y0(); y < box.y1(); y++, at += row) {
                int line = ((z - slab.z0()) * slab.height() + y - slab.y0()) * slab.width() + box.x0() - slab.x0();
                System.arraycopy(from, at, to, 2 * line, row);
            }
        }
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
