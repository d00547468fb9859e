package org.morphodepot.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.morphodepot.cli.Scans;
import org.morphodepot.cli.Version;
import org.morphodepot.cli.phantom.Phantom;
import org.morphodepot.label.BlockMemory;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.journal.LabelJournal;
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

    @Option(names = "--dense", paramLabel = "N", description = "Begin with N segments that fill the scan, not with 3 empty ones.")
    private int dense;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        check(address == null || size == null, "either ADDRESS or --size, not both");
        check(strokes >= 1 && strokes <= 1_000_000, "--strokes must be between 1 and 1000000");
        check(samples >= 1 && samples <= 100_000, "--samples must be between 1 and 100000");
        check(dense >= 0 && dense <= 255, "--dense must be between 1 and 255");
        check(diameter >= 1 && diameter <= 500, "--diameter must be between 1 and 500");
        try (Dataset dataset = open(); Volume volume = dataset.volume(); ChunkCache cache = new ChunkCache(BUDGET)) {
            Memory.resetPeakHeap();
            VoxelSize voxels = volume.levels().getFirst().size();
            Report report = new Report().add("scan", "scan", address != null ? address.toString() : "computed")
                    .add("size", "voxels", voxels.toString());
            paint(volume, cache, start(volume, report), report);
            report.bytes("peakHeap", "heap at its fullest, garbage included", Memory.peakHeap())
                    .bytes("peakProcess", "process at its largest", Memory.peakProcess())
                    .print(spec.commandLine().getOut(), json);
        }
        return 0;
    }

    /** With a journal, as the workbench paints. */
    private void paint(Volume volume, ChunkCache cache, Labelling labelling, Report report) throws IOException {
        Path folder = Files.createTempDirectory("morphodepot-paint");
        Path file = folder.resolve("paint.journal");
        try (LabelJournal journal = LabelJournal.open(file, "start")) {
            journal.attach(labelling);
            new Painter(volume, cache, labelling, diameter, samples).run(strokes, report);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
        report.bytes("blocks", "blocks of labels in memory", BlockMemory.shared().held())
                .bytes("pages", "on the disk", BlockMemory.shared().onDisk());
    }

    private Labelling start(Volume volume, Report report) {
        VoxelSize voxels = volume.levels().getFirst().size();
        if (dense == 0) {
            return Painter.threeSegments(Segmentation.empty(voxels, volume.geometry()));
        }
        long start = System.nanoTime();
        Labelling labelling = new Labelling(DenseLabels.of(voxels, volume.geometry(), dense));
        report.seconds("made", "labels to begin with", (System.nanoTime() - start) / 1e9);
        return labelling;
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
