import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.management.OperatingSystemMXBean;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.WriteOptions;

/** Reads all chunks of level 0 on several threads, then all values in order; MB are of decoded values. */
public final class ZarrSpeed {

    private static final int ROUNDS = 5;

    private ZarrSpeed() {
    }

    public static void main(String[] args) throws Exception {
        Address scan = Address.of(args[0]);
        Volumes volumes = Volumes.fromClassPath();
        if (scan.isFile() && !Files.exists(Path.of(args[0]))) {
            write(scan, Integer.parseInt(args[1]), args[2], Integer.parseInt(args[3]), volumes);
        }
        int threads = Integer.parseInt(args[4]);
        try (Dataset dataset = volumes.open(scan); Volume volume = dataset.volume()) {
            long bytes = volume.levels().getFirst().size().voxels() * volume.type().bytes();
            List<Time> chunks = new ArrayList<>();
            List<Time> stream = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                chunks.add(time(() -> chunks(volume, threads)));
            }
            for (int i = 0; i < ROUNDS; i++) {
                stream.add(time(() -> dataset.values((b, o, n) -> {
                }, Progress.NONE)));
            }
            report("chunks, " + threads + " threads", bytes, chunks);
            report("values in order", bytes, stream);
        }
    }

    private interface Task {
        void run() throws Exception;
    }

    /** Wall time and, since machines are shared, the processor time of all threads. */
    private record Time(double wall, double cpu) {
    }

    private static Time time(Task task) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        task.run();
        return new Time((System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
    }

    private static void report(String what, long bytes, List<Time> times) {
        double best = times.stream().mapToDouble(Time::wall).min().orElseThrow();
        double cpu = times.stream().mapToDouble(Time::cpu).min().orElseThrow();
        System.out.printf(Locale.ROOT,
                "%-22s %6.0f MB  first %.2f s  best %.2f s  %5.0f MB/s   least CPU time %.2f s%n", what,
                bytes / 1e6, times.getFirst().wall(), best, bytes / 1e6 / best, cpu);
    }

    private static void chunks(Volume volume, int threads) throws Exception {
        Level level = volume.levels().getFirst();
        int across = level.chunks(0);
        int plane = across * level.chunks(1);
        int all = plane * level.chunks(2);
        AtomicInteger next = new AtomicInteger();
        AtomicLong voxels = new AtomicLong();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> work = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                work.add(pool.submit(() -> {
                    for (int i = next.getAndIncrement(); i < all; i = next.getAndIncrement()) {
                        ChunkKey key = new ChunkKey(0, i % plane % across, i % plane / across, i / plane);
                        voxels.addAndGet(volume.read(key).box().voxels());
                    }
                    return null;
                }));
            }
            for (Future<?> done : work) {
                done.get();
            }
        }
        if (voxels.get() != level.size().voxels()) {
            throw new IllegalStateException("not all voxels were read");
        }
    }

    private static void write(Address target, int size, String codec, int zarr, Volumes volumes) throws Exception {
        WriteOptions options =
                new WriteOptions(Optional.empty(), Optional.of(codec), Optional.empty(), Optional.of(zarr));
        long bytes = 2L * size * size * size;
        Time time = time(() -> volumes.writer(target)
                .write(new Specimen(size), target, options, volumes, Progress.NONE));
        report("written with pyramid", bytes, List.of(time));
    }

    /** Bone-like shells with scanner noise: compresses about twice, as microCT does. */
    private record Specimen(int size) implements Dataset {

        @Override
        public DatasetInfo info() {
            List<Long> sides = List.of((long) size, (long) size, (long) size);
            return new DatasetInfo("specimen", "uint16", sides, Optional.of(Geometry.of(16, 16, 16, "micrometer")), "",
                    List.of(), List.of(), List.of());
        }

        @Override
        public void values(ValueSink sink, Progress progress) throws IOException {
            Random random = new Random(41);
            int[] noise = new int[1 << 20];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (int) (random.nextGaussian() * 20);
            }
            byte[] plane = new byte[2 * size * size];
            for (int z = 0; z < size; z++) {
                for (int i = 0; i < size * size; i++) {
                    double x = (i % size - size / 2.0) / size;
                    double y = (i / size - size / 2.0) / size;
                    double r = x * x + y * y;
                    boolean bone = r < 0.12 && (int) (r * 200 + z / 40.0) % 5 == 0;
                    int value = Math.max(0, (r > 0.2 ? 180 : bone ? 1900 : 620)
                            + noise[(i * 7 + z * 7919) & noise.length - 1] / (r > 0.2 ? 3 : 1));
                    plane[2 * i] = (byte) value;
                    plane[2 * i + 1] = (byte) (value >> 8);
                }
                sink.accept(plane, 0, plane.length);
            }
        }

        @Override
        public Volume volume() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
