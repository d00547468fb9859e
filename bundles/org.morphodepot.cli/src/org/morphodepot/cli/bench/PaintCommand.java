package org.morphodepot.cli.bench;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.morphodepot.cli.Scans;
import org.morphodepot.cli.Version;
import org.morphodepot.cli.phantom.Phantom;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.cache.ChunkCache;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench paint}: brush strokes over a scan that is being looked at. */
@Command(name = "paint", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "Paints with a sphere brush while the scan is streamed into three views, then undoes everything.")
final class PaintCommand implements Callable<Integer> {

    private static final long BUDGET = 512L << 20;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ADDRESS", description = "Scan to paint on.")
    private Address address;

    @Option(names = "--size", paramLabel = "X,Y,Z", description = "Instead of a scan: a computed one of this size.")
    private VoxelSize size;

    @Option(names = "--strokes", paramLabel = "N", description = "100 when not given.")
    private int strokes = 100;

    @Option(names = "--samples", paramLabel = "N", description = "Pointer samples of a stroke; 40 when not given.")
    private int samples = 40;

    @Option(names = "--diameter", paramLabel = "N", description = "Of the brush in voxels; 50 when not given.")
    private int diameter = 50;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        check(address == null || size == null, "either ADDRESS or --size, not both");
        check(strokes >= 1 && strokes <= 1_000_000, "--strokes must be between 1 and 1000000");
        check(samples >= 1 && samples <= 100_000, "--samples must be between 1 and 100000");
        check(diameter >= 1 && diameter <= 500, "--diameter must be between 1 and 500");
        try (Dataset dataset = open(); Volume volume = dataset.volume(); ChunkCache cache = new ChunkCache(BUDGET)) {
            Memory.resetPeakHeap();
            VoxelSize voxels = volume.levels().getFirst().size();
            Report report = new Report().add("scan", "scan", address != null ? address.toString() : "computed")
                    .add("size", "voxels", voxels.toString());
            new Painter(volume, cache, diameter, samples).run(strokes, report);
            report.bytes("peakHeap", "heap at its fullest, garbage included", Memory.peakHeap())
                    .bytes("peakProcess", "process at its largest", Memory.peakProcess())
                    .print(spec.commandLine().getOut(), json);
        }
        return 0;
    }

    private Dataset open() throws IOException {
        return address != null ? Scans.open(address)
                : Phantom.of(size != null ? size : Phantom.DEFAULT_SIZE, Optional.empty(), Phantom.DEFAULT_SEED).scan();
    }

    private void check(boolean right, String message) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
