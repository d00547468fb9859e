package org.morphodepot.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.morphodepot.label.Segmentation;
import org.morphodepot.label.exchange.LabelExport;
import org.morphodepot.label.exchange.LabelImport;
import org.morphodepot.label.segnrrd.Grid;
import org.morphodepot.label.segnrrd.GridMismatch;
import org.morphodepot.label.segnrrd.Placement;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.label.statistics.SegmentStatistics;
import org.morphodepot.label.statistics.StatisticsCsv;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.io.AtomicFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code labels}: label maps of other programs in, segmentations, label maps and statistics out. */
@Command(name = "labels", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Turns labels into a segmentation (OUT ends with .seg.nrrd), a label map (.zarr, .nrrd) or a table of"
                + " statistics (.csv).", "Reads segmentations, and label maps of any format: each value becomes a segment; the"
                + " label images of an OME-Zarr image become layers. IMAGE.zarr/labels as OUT adds them to an image."})
final class LabelsCommand implements Callable<Integer> {

    private static final String SEGMENTATION = ".seg.nrrd";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IN", description = "Segmentation or label map, such as atlas.nii.gz.")
    private Address in;

    @Parameters(index = "1", paramLabel = "OUT", description = "What to write; appears complete or not at all.")
    private Address out;

    @Option(names = "--scan", paramLabel = "SCAN", description = "Scan whose voxels the labels are put on; its values for .csv.")
    private Address scan;

    @Option(names = "--resample", description = "Put labels of another grid on the voxels of the scan nearest to them.")
    private boolean resample;

    @Option(names = "--crop", description = "Write only the box that holds labels (.seg.nrrd).")
    private boolean crop;

    @Override
    public Integer call() throws IOException {
        check(!in.equals(out), "IN and OUT are the same");
        check(!resample || scan != null || isOfImage(), "--resample needs --scan");
        check(!crop || is(SEGMENTATION), "--crop is for files that end with .seg.nrrd");
        check(out.isFile() || !is(SEGMENTATION) && !is(".csv"), "a segmentation or a table is written to a local file");
        Volumes volumes = Volumes.fromClassPath();
        Optional<String> note;
        try (Interrupt interrupt = Interrupt.watch(spec.commandLine().getErr())) {
            note = write(read(volumes, interrupt), volumes, interrupt);
        }
        note.ifPresent(text -> spec.commandLine().getErr().println("Note: " + text));
        return 0;
    }

    private Segmentation read(Volumes volumes, Progress progress) throws IOException {
        try {
            Optional<Address> voxels = scan == null && isOfImage() ? Optional.of(out.parent()) : Optional.ofNullable(scan);
            Optional<Grid> grid = voxels.isPresent() ? Optional.of(LabelScan.grid(voxels.get(), volumes)) : Optional.empty();
            return LabelImport.read(in, volumes, grid, resample ? Placement.RESAMPLED : Placement.EXACT, progress);
        } catch (GridMismatch e) {
            throw new IOException(e.getMessage() + (scan == null && !isOfImage() ? "" : " Use --resample."), e);
        }
    }

    /** Whether the labels go into an image, whose voxels they must then have. */
    private boolean isOfImage() {
        return out.name().equals("labels");
    }

    /** Gives what the user should know about the file. */
    private Optional<String> write(Segmentation labels, Volumes volumes, Progress progress) throws IOException {
        if (is(SEGMENTATION) && crop) {
            SegNrrd.writeCropped(labels, out.path(), progress);
        } else if (is(SEGMENTATION)) {
            SegNrrd.write(labels, out.path(), progress);
        } else if (is(".csv")) {
            statistics(labels, out.path(), volumes, progress);
        } else {
            return LabelExport.write(labels, out, volumes, progress);
        }
        return Optional.empty();
    }

    private void statistics(Segmentation labels, Path file, Volumes volumes, Progress progress) throws IOException {
        try (LabelScan values = scan == null ? null : LabelScan.open(scan, volumes);
                AtomicFile target = AtomicFile.create(file)) {
            String table = StatisticsCsv.of(
                    SegmentStatistics.of(labels, labels.segments(), Optional.ofNullable(values), progress));
            target.out().write(table.getBytes(StandardCharsets.UTF_8));
            target.commit();
        }
    }

    private boolean is(String ending) {
        return out.name().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private void check(boolean right, String message) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
