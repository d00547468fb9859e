package org.morphodepot.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.morphodepot.cli.Scans;
import org.morphodepot.cli.Version;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench seg}: reading and writing a segmentation file. */
@Command(name = "seg", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "Reads a .seg.nrrd and writes it again to a temporary file.")
final class SegCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A .seg.nrrd file.")
    private Address file;

    @Option(names = "--reps", paramLabel = "N", description = "How often; 5 when not given.")
    private int reps = 5;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (reps < 1 || reps > 1000) {
            throw new ParameterException(spec.commandLine(), "--reps must be between 1 and 1000");
        }
        double[] reads = new double[reps];
        double[] writes = new double[reps];
        Path folder = Files.createTempDirectory("morphodepot-bench");
        Path copy = folder.resolve("copy.seg.nrrd");
        Segmentation segmentation = null;
        Memory.resetPeakHeap();
        try {
            for (int i = 0; i < reps; i++) {
                long start = System.nanoTime();
                segmentation = read();
                reads[i] = (System.nanoTime() - start) / 1e9;
                start = System.nanoTime();
                SegNrrd.write(segmentation, copy, Progress.NONE);
                writes[i] = (System.nanoTime() - start) / 1e9;
            }
            report(segmentation, reads, writes, Files.size(copy));
        } finally {
            Files.deleteIfExists(copy);
            Files.delete(folder);
        }
        return 0;
    }

    private Segmentation read() throws IOException {
        try (Dataset dataset = Scans.open(file)) {
            return SegNrrd.read(dataset, Optional.empty(), Progress.NONE);
        }
    }

    private void report(Segmentation segmentation, double[] reads, double[] writes, long bytes) {
        new Report().add("file", "file", file.toString())
                .count("voxels", "voxels", segmentation.size().voxels())
                .count("segments", "segments", segmentation.segments().size())
                .count("layers", "layers", segmentation.layers().size())
                .seconds("readFirst", "first read", reads[0]).seconds("read", "read (median)", median(reads))
                .seconds("writeFirst", "first write", writes[0]).seconds("write", "write (median)", median(writes))
                .bytes("bytesWritten", "written", bytes)
                .bytes("peakHeap", "heap at its fullest, garbage included", Memory.peakHeap())
                .bytes("peakProcess", "process at its largest", Memory.peakProcess())
                .print(spec.commandLine().getOut(), json);
    }

    private static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
