package org.morphodepot.cli.bench;

import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;

import org.morphodepot.cli.Scans;
import org.morphodepot.cli.Version;
import org.morphodepot.cli.bench.Views.Until;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.cache.ChunkCache;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench view}: how long until there is something to see. */
@Command(name = "view", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "Shows three linked slices (without a screen): the first picture, full resolution, random jumps.")
final class ViewCommand implements Callable<Integer> {

    private static final long BUDGET = 1L << 30;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ADDRESS", description = "File, folder, https:// or s3:// address.")
    private Address address;

    @Option(names = "--jumps", paramLabel = "N",
            description = "Jumps at full resolution, each with an empty cache; 100 when not given.")
    private int jumps = 100;

    @Option(names = "--again", paramLabel = "N",
            description = "Opens it so many more times in the same process, each with an empty cache; 5 when not given.")
    private int again = 5;

    @Option(names = "--view", paramLabel = "W,H", description = "Size of each view in pixels; 800,600.")
    private String view = "800,600";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    private final Random random = new Random(1);

    @Override
    public Integer call() throws IOException {
        if (jumps < 0 || jumps > 100_000 || again < 0 || again > 1000 || !view.matches("[1-9]\\d{0,3},[1-9]\\d{0,3}")) {
            throw new ParameterException(spec.commandLine(),
                    "--jumps is a number up to 100000, --again one up to 1000, --view a size such as 800,600");
        }
        int width = Integer.parseInt(view.substring(0, view.indexOf(',')));
        int height = Integer.parseInt(view.substring(view.indexOf(',') + 1));
        Report report = new Report().add("address", "address", address.toString()).add("view", "pixels per view", view);
        long start = System.nanoTime();
        try (Dataset dataset = Scans.open(address); Volume volume = dataset.volume();
                ChunkCache cache = new ChunkCache(BUDGET); Views views = new Views(volume, cache, width, height)) {
            report.seconds("open", "open", since(start));
            VoxelPoint middle = middle(volume);
            views.show(middle, Optional.empty(), Until.SOMETHING);
            report.seconds("firstPicture", "first picture, coarse", since(start));
            views.show(middle, Optional.empty(), Until.COMPLETE);
            report.seconds("firstSlices", "three slices as fine as the screen", since(start));
            long zoom = System.nanoTime();
            views.show(middle, Optional.of(1.0), Until.COMPLETE);
            report.seconds("fullResolution", "then full resolution", since(zoom));
            report.durations("jump", "each jump", jump(views, cache, volume));
            report.bytes("bytesFetched", "fetched", cache.usage().fetchedBytes());
        }
        report.durations("openedAgain", "three slices, opened again", openAgain(width, height));
        report.bytes("peakProcess", "process at its largest", Memory.peakProcess());
        report.print(spec.commandLine().getOut(), json);
        return 0;
    }

    private static VoxelPoint middle(Volume volume) {
        VoxelSize size = volume.levels().getFirst().size();
        return new VoxelPoint(size.x() / 2, size.y() / 2, size.z() / 2);
    }

    /** What the second scan of a session costs: nothing of it is known, but the program is warm. */
    private Durations openAgain(int width, int height) throws IOException {
        Durations durations = new Durations();
        for (int i = 0; i < again; i++) {
            long start = System.nanoTime();
            try (Dataset dataset = Scans.open(address); Volume volume = dataset.volume();
                    ChunkCache cache = new ChunkCache(BUDGET); Views views = new Views(volume, cache, width, height)) {
                views.show(middle(volume), Optional.empty(), Until.COMPLETE);
                durations.add(System.nanoTime() - start);
            }
        }
        return durations;
    }

    private Durations jump(Views views, ChunkCache cache, Volume volume) throws IOException {
        VoxelSize size = volume.levels().getFirst().size();
        Durations durations = new Durations();
        for (int i = 0; i < jumps; i++) {
            VoxelPoint point = new VoxelPoint(random.nextInt(size.x()), random.nextInt(size.y()),
                    random.nextInt(size.z()));
            cache.forget(volume);
            long start = System.nanoTime();
            views.show(point, Optional.of(1.0), Until.COMPLETE);
            durations.add(System.nanoTime() - start);
        }
        return durations;
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
