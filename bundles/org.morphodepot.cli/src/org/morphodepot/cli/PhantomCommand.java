package org.morphodepot.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.morphodepot.cli.phantom.Phantom;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.io.AtomicFile;
import org.morphodepot.volume.spi.VolumeWriter;
import org.morphodepot.volume.spi.WriteOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code phantom}: writes the specimen that is computed from a formula. */
@Command(name = "phantom", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "Makes a realistic specimen: the head of a small mammal in a micro-CT scanner.")
final class PhantomCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "OUT", description = "What to write: a name that ends with .zarr or .nrrd.")
    private Address out;

    @Option(names = "--size", paramLabel = "X,Y,Z", description = "Voxels; 240,384,240 when not given.")
    private VoxelSize size = Phantom.DEFAULT_SIZE;

    @Option(names = "--spacing", paramLabel = "S|X,Y,Z", description = "Size of a voxel in micrometres.")
    private String spacing;

    @Option(names = "--seed", paramLabel = "N", description = "Another number gives another animal.")
    private long seed = Phantom.DEFAULT_SEED;

    @Option(names = "--labels", paramLabel = "FILE", description = "Also write the true segmentation (.seg.nrrd).")
    private Path labels;

    @Option(names = "--table", paramLabel = "FILE",
            description = "Also write the colour table of its structures (.csv).")
    private Path table;

    @Override
    public Integer call() throws IOException {
        Phantom phantom = Phantom.of(size, lengths(), seed);
        Volumes volumes = Volumes.fromClassPath();
        VolumeWriter writer = volumes.writer(out);
        try (Dataset scan = phantom.scan(); Interrupt interrupt = Interrupt.watch(spec.commandLine().getErr())) {
            writer.write(scan, out, WriteOptions.DEFAULT, volumes, interrupt);
            if (labels != null) {
                SegNrrd.write(phantom.segmentation(interrupt), labels, interrupt);
            }
        }
        if (table != null) {
            try (AtomicFile file = AtomicFile.create(table)) {
                file.out().write(Phantom.colorTable().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                file.commit();
            }
        }
        return 0;
    }

    private java.util.Optional<double[]> lengths() {
        try {
            return Arguments.lengths(spacing);
        } catch (TypeConversionException e) {
            throw new ParameterException(spec.commandLine(), "Invalid value for option '--spacing': " + e.getMessage());
        }
    }
}
