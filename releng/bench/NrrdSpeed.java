import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
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

    private static final MethodHandle MAP = function("mmap", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS,
            ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
    private static final MethodHandle UNMAP = function("munmap",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));

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
            MemorySegment memory = untouched(2 * voxels, arena);
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

    /** {@code Arena.allocate} would write zeros everywhere first, which ITK's buffer is spared. */
    private static MemorySegment untouched(long bytes, Arena arena) throws Exception {
        MemorySegment memory;
        try {
            memory = (MemorySegment) MAP.invokeExact(MemorySegment.NULL, bytes, 3, 0x22, -1, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("mmap", e);
        }
        return memory.reinterpret(bytes, arena, NrrdSpeed::unmap);
    }

    private static void unmap(MemorySegment memory) {
        try {
            int result = (int) UNMAP.invokeExact(memory, memory.byteSize());
            if (result != 0) {
                throw new IllegalStateException("munmap");
            }
        } catch (Throwable e) {
            throw new IllegalStateException("munmap", e);
        }
    }

    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
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
