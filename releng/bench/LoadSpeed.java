import java.lang.management.ManagementFactory;
import java.util.Locale;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.load.FullLoad;

import com.sun.management.OperatingSystemMXBean;

/** Loads a scan again and again, opened afresh each time: one line of seconds per load, then the SHA-256 of the values. */
public final class LoadSpeed {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private LoadSpeed() {
    }

    public static void main(String[] args) throws Exception {
        int reps = Integer.parseInt(args[1]);
        boolean digest = args.length > 2;
        for (int i = 0; i < reps; i++) {
            long start = System.nanoTime();
            long cpu = SYSTEM.getProcessCpuTime();
            try (Dataset dataset = Volumes.fromClassPath().open(Address.of(args[0])); Volume volume = dataset.volume();
                    FullLoad load = FullLoad.of(volume, 0, Progress.NONE)) {
                System.out.println(String.format(Locale.ROOT, "%.3f s, processor %.2f s",
                        (System.nanoTime() - start) / 1e9, (SYSTEM.getProcessCpuTime() - cpu) / 1e9));
                if (digest && i == reps - 1) {
                    System.out.println("sha256 " + load.voxels().sha256() + " fetched " + load.fetchedBytes());
                }
            }
        }
    }
}
