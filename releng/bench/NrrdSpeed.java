import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.io.ParallelGzipOutputStream;
import org.morphodepot.volume.spi.WriteOptions;

/** Times the reader and the writer on one file; leaves its values as {@code values.gz}. */
public final class NrrdSpeed {

    private static final int ROUNDS = 5;

    private interface Work {
        void run() throws Exception;
    }

    private NrrdSpeed() {
    }

    public static void main(String[] args) throws Exception {
        Volumes volumes = Volumes.fromClassPath();
        Address file = Address.of(args[0]);
        Path folder = Path.of(args[1]);
        try (Dataset data = volumes.open(file)) {
            long bytes = data.info().size().stream().reduce(1L, (a, b) -> a * b);
            System.out.println(file.name() + ", " + bytes + " voxels of " + data.info().type());
            time("read values", () -> data.values((b, o, n) -> { }, Progress.NONE));
            time("copy to memory", () -> {
                try (Dataset again = volumes.open(file)) {
                    again.values((b, o, n) -> System.arraycopy(b, o, new byte[n], 0, n), Progress.NONE);
                }
            });
            time("first chunk", () -> chunks(volumes, file, false));
            time("all chunks", () -> chunks(volumes, file, true));
            write(volumes, data, folder, "gzip");
            write(volumes, data, folder, "none");
            try (OutputStream gzip = new ParallelGzipOutputStream(Files.newOutputStream(folder.resolve("values.gz")))) {
                data.values(gzip::write, Progress.NONE);
            }
        }
    }

    private static void write(Volumes volumes, Dataset data, Path folder, String codec) throws Exception {
        Address target = Address.of(folder.resolve("out.nrrd"));
        WriteOptions options = new WriteOptions(Optional.empty(), Optional.of(codec), Optional.empty(), Optional.empty());
        time("write " + codec, () -> volumes.writer(target).write(data, target, options, volumes, Progress.NONE));
        System.out.println("  " + Files.size(target.path()) + " bytes");
    }

    private static void chunks(Volumes volumes, Address file, boolean all) throws Exception {
        try (Dataset data = volumes.open(file); Volume volume = data.volume()) {
            Level level = volume.levels().getFirst();
            for (int z = 0; z < (all ? level.chunks(2) : 1); z++) {
                for (int y = 0; y < (all ? level.chunks(1) : 1); y++) {
                    for (int x = 0; x < (all ? level.chunks(0) : 1); x++) {
                        volume.read(new ChunkKey(0, x, y, z));
                    }
                }
            }
        }
    }

    private static void time(String what, Work work) throws Exception {
        double first = 0;
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            work.run();
            double seconds = (System.nanoTime() - start) / 1e9;
            first = round == 0 ? seconds : first;
            best = Math.min(best, seconds);
        }
        System.out.printf("%-18s  %.3f   first %.3f%n", what, best, first);
    }
}
