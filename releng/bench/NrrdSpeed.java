import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.WriteOptions;

/**
 * Reads one gzip NRRD file into memory, shows its first chunk, or writes its raw twin as gzip, whenever a line says so, and
 * answers with the seconds; for nrrd-speed.py.
 */
class NrrdSpeed {

    private static final Volumes VOLUMES = Volumes.fromClassPath();

    private NrrdSpeed() {
    }

    public static void main(String[] args) throws Exception {
        Address packed = Address.of(Path.of(args[0]));
        Address raw = Address.of(Path.of(args[1]));
        Address target = Address.of(Path.of(args[2]));
        System.out.println("ready");
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            long start = System.nanoTime();
            switch (order) {
                case "read" -> read(packed);
                case "show" -> show(packed);
                default -> write(raw, target);
            }
            System.out.printf("%.4f%n", (System.nanoTime() - start) / 1e9);
        }
    }

    /** All values, into memory that nobody has touched before, as ITK does. */
    private static void read(Address file) throws Exception {
        try (Dataset data = VOLUMES.open(file); Arena arena = Arena.ofShared()) {
            long voxels = data.info().size().stream().reduce(1L, (a, b) -> a * b);
            MemorySegment memory = arena.allocate(2 * voxels, 64);
            long[] at = new long[1];
            data.values((bytes, offset, count) -> {
                MemorySegment.copy(bytes, offset, memory, ValueLayout.JAVA_BYTE, at[0], count);
                at[0] += count;
            }, Progress.NONE);
            if (at[0] != 2 * voxels) {
                throw new IllegalStateException("not all values: " + at[0]);
            }
        }
    }

    /** How long until something can be seen. */
    private static void show(Address file) throws Exception {
        try (Dataset data = VOLUMES.open(file); Volume volume = data.volume()) {
            volume.read(new ChunkKey(0, 0, 0, 0));
        }
    }

    private static void write(Address raw, Address target) throws Exception {
        WriteOptions options = new WriteOptions(Optional.empty(), Optional.of("gzip"), Optional.empty(), Optional.empty());
        try (Dataset data = VOLUMES.open(raw)) {
            VOLUMES.writer(target).write(data, target, options, VOLUMES, Progress.NONE);
        }
    }
}
