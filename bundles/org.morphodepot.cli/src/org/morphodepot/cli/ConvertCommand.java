package org.morphodepot.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.LengthUnit;
import org.morphodepot.volume.PlacedDataset;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.VolumeWriter;
import org.morphodepot.volume.spi.WriteOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code convert}: copies a scan into another format. */
@Command(name = "convert", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Copies a scan to OME-Zarr with a pyramid (OUT ends with .zarr) or to NRRD (.nrrd).",
                "Reads Zarr, NRRD, TIFF, DICOM and NIfTI, and folders of TIFF, PNG, JPEG or BMP slices."})
final class ConvertCommand implements Callable<Integer> {

    private static final List<String> CODECS = List.of("none", "gzip", "zlib", "zstd", "lz4", "blosc");

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IN", description = "Scan to read: file, folder, https:// or s3:// address.")
    private Address in;

    @Parameters(index = "1", paramLabel = "OUT", description = "What to write; appears complete or not at all.")
    private Address out;

    @Option(names = "--chunk", paramLabel = "N", description = "Side of the cubic chunks in voxels.")
    private Integer chunk;

    @Option(names = "--codec", paramLabel = "C", description = "none, gzip, zlib, zstd, lz4 or blosc.")
    private String codec;

    @Option(names = "--levels", paramLabel = "N", description = "Number of resolutions, the full one included.")
    private Integer levels;

    @Option(names = "--zarr", paramLabel = "2|3", description = "Zarr format: 2 (OME-Zarr 0.4) or 3 (OME-Zarr 0.5).")
    private Integer zarr;

    @Option(names = "--shard", paramLabel = "N",
            description = "Side of the cubes that are stored as one object, a multiple of the chunks (Zarr 3); 0 for none.")
    private Integer shard;

    @Option(names = "--resume",
            description = "Go on where an interrupted convert of the same scan broke off; keep what is done if interrupted.")
    private boolean resume;

    @Option(names = "--spacing", paramLabel = "X,Y,Z", description = "Distance of voxels, for scans that do not say it.")
    private String spacing;

    @Option(names = "--unit", paramLabel = "U", description = "Unit of --spacing: um (usual), mm, nm …")
    private String unit;

    @Override
    public Integer call() throws IOException {
        check(chunk == null || chunk >= 1 && chunk <= 4096, "--chunk must be between 1 and 4096");
        check(codec == null || CODECS.contains(codec), "--codec must be one of " + String.join(", ", CODECS));
        check(levels == null || levels >= 1 && levels <= 32, "--levels must be between 1 and 32");
        check(zarr == null || zarr == 2 || zarr == 3, "--zarr must be 2 or 3");
        check(shard == null || shard >= 0 && shard <= 65536, "--shard must be between 0 and 65536");
        check(!in.equals(out), "IN and OUT are the same");
        check(unit == null || spacing != null && LengthUnit.known(unit).isPresent(),
                "--unit must be a unit of length such as um or mm, and goes with --spacing");
        Optional<double[]> distances = Arguments.lengths(spacing);
        WriteOptions options = new WriteOptions(Optional.ofNullable(chunk), Optional.ofNullable(codec),
                Optional.ofNullable(levels), Optional.ofNullable(zarr), Optional.ofNullable(shard), resume);
        Volumes volumes = Volumes.fromClassPath();
        VolumeWriter writer = volumes.writer(out);
        check(!writer.id().equals("nrrd") || chunk == null && levels == null && zarr == null && shard == null && !resume,
                "--chunk, --levels, --zarr, --shard and --resume are for Zarr, not for a .nrrd file");
        try (Dataset dataset = placed(Scans.open(in, volumes), distances);
                Interrupt interrupt = Interrupt.watch(spec.commandLine().getErr())) {
            writer.write(dataset, out, options, volumes, interrupt);
        }
        return 0;
    }

    private Dataset placed(Dataset dataset, Optional<double[]> distances) {
        if (distances.isPresent()) {
            return new PlacedDataset(dataset, distances.get(), unit == null ? "um" : unit);
        }
        if (dataset.info().geometry().isEmpty() && dataset.info().size().size() == 3) {
            spec.commandLine().getErr().println("Note: " + in.name() + " does not say how far its voxels are apart; say it with"
                    + " --spacing X,Y,Z --unit um");
        }
        return dataset;
    }

    private void check(boolean right, String message) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
