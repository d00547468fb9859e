package org.morphodepot.cli.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;

import org.morphodepot.cli.Scans;
import org.morphodepot.cli.Version;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.load.FullLoad;

import com.google.gson.JsonArray;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench load}: the whole scan into memory, opened afresh each time. */
@Command(name = "load", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "Loads a whole scan into memory. Times begin before opening; the first is of a cold program.")
final class LoadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ADDRESS", description = "File, folder, https:// or s3:// address.")
    private Address address;

    @Option(names = "--reps", paramLabel = "N", description = "How often; 3 when not given.")
    private int reps = 3;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    private long fetched;
    private long decoded;
    private String sha256;

    @Override
    public Integer call() throws IOException {
        if (reps < 1 || reps > 1000) {
            throw new ParameterException(spec.commandLine(), "--reps must be between 1 and 1000");
        }
        double[] seconds = new double[reps];
        for (int i = 0; i < reps; i++) {
            seconds[i] = load(i == reps - 1);
        }
        JsonArray all = new JsonArray();
        Arrays.stream(seconds).forEach(s -> all.add(Math.round(s * 1e4) / 1e4));
        double first = seconds[0];
        Arrays.sort(seconds);
        double median = (seconds[(reps - 1) / 2] + seconds[reps / 2]) / 2;
        Report report = new Report().add("address", "address", address.toString()).add("reps", all)
                .seconds("seconds", "seconds (median)", median).seconds("first", "first", first)
                .seconds("best", "best", seconds[0]).bytes("bytesFetched", "fetched", fetched)
                .bytes("bytesDecoded", "decoded", decoded)
                .rate("mbPerSecond", "decoded per second", decoded / 1e6 / median).add("sha256", "sha256", sha256)
                .bytes("peakProcess", "process at its largest", Memory.peakProcess());
        report.print(spec.commandLine().getOut(), json);
        return 0;
    }

    private double load(boolean last) throws IOException {
        long start = System.nanoTime();
        try (Dataset dataset = Scans.open(address); Volume volume = dataset.volume();
                FullLoad load = FullLoad.of(volume, 0, Progress.NONE)) {
            double seconds = (System.nanoTime() - start) / 1e9;
            fetched = load.fetchedBytes();
            decoded = load.decodedBytes();
            if (last) {
                sha256 = load.voxels().sha256();
            }
            return seconds;
        }
    }
}
