package org.morphodepot.label.segnrrd;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.io.AtomicFile;
import org.morphodepot.volume.io.LenientUtf8;

/**
 * Reads and writes {@code .seg.nrrd} files in bounded memory: voxels stream into blocks and out of them, never through
 * a dense array. All methods block and may be called from any thread; what they give is immutable.
 */
public final class SegNrrd {

    private static final String PARAMETERS = "Segmentation_ConversionParameters";

    private SegNrrd() {
    }

    /** Whether the header is that of a segmentation. A plain label map is not recognised, but can be read as one. */
    public static boolean isSegmentation(DatasetInfo info) {
        return SegHeader.of(fields(info)).isSegmentation();
    }

    /** Whether a file of this name and header is to be opened as a segmentation. */
    public static boolean isSegmentation(DatasetInfo info, String fileName) {
        return isSegmentation(info) || fileName.toLowerCase(Locale.ROOT).endsWith(".seg.nrrd");
    }

    /**
     * Reads a segmentation and puts it on the grid of its scan, or without a scan on its own grid. A plain label map
     * becomes one segment per value.
     *
     * @throws GridMismatch when its voxels do not coincide with the scan's, or labelled ones lie outside the scan
     * @throws VolumeException when the file cannot be read or is no segmentation
     */
    public static Segmentation read(Dataset dataset, Optional<Grid> scan, Progress progress) throws IOException {
        if (scan.isPresent()) {
            return read(dataset, scan.get(), Placement.EXACT, progress);
        }
        try {
            return readAlone(dataset, progress);
        } catch (VolumeException e) {
            throw named(dataset, e);
        }
    }

    /** Reads a segmentation and puts it on the grid of its scan in the way the user chose. */
    public static Segmentation read(Dataset dataset, Grid scan, Placement placement, Progress progress)
            throws IOException {
        try {
            return readOnto(dataset, scan, placement, progress);
        } catch (VolumeException e) {
            throw named(dataset, e);
        }
    }

    private static VolumeException named(Dataset dataset, VolumeException e) {
        return e.getMessage().contains(dataset.name()) ? e
                : new VolumeException(e.kind(), dataset.name() + ": " + e.getMessage(), e);
    }

    private static Segmentation readOnto(Dataset dataset, Grid scan, Placement placement, Progress progress)
            throws IOException {
        SegHeader header = SegHeader.of(fields(dataset.info()));
        FileShape shape = FileShape.of(dataset.info(), header);
        if (isEmpty(header, shape)) {
            return empty(dataset, header, shape, scan);
        }
        boolean byIndex = placement == Placement.BY_INDEX && shape.grid().size().equals(scan.size());
        Optional<Offset> offset = byIndex ? Optional.of(Offset.NONE) : shape.grid().offsetIn(scan);
        if (offset.isEmpty() && placement != Placement.RESAMPLED) {
            throw GridMismatch.different(shape.grid(), scan);
        }
        if (offset.isEmpty()) {
            return Resampling.nearest(readAlone(dataset, progress), scan, progress);
        }
        LabelReader reader = new LabelReader(shape, scan.size(), offset.get());
        dataset.values(reader, progress);
        Segmentation read = segmentation(dataset, header, scan, reader.layers());
        if (reader.outside() > 0 && placement == Placement.EXACT) {
            throw GridMismatch.outside(shape.grid(), scan, reader.outside());
        }
        return read;
    }

    /**
     * Writes a segmentation; the file appears complete or not at all. Header lines, grid, voxel type and layers of the
     * file it was read from stay as they are as long as they hold what is painted now; otherwise the file gets the
     * whole scan.
     *
     * @throws VolumeException when the file cannot be written; the old one is then untouched
     */
    public static void write(Segmentation segmentation, Path file, Progress progress) throws IOException {
        write(segmentation, file, progress, _ -> { });
    }

    /**
     * The same, but with the smallest box that holds all labels instead of the whole scan or what the file had before. The
     * place in the scan is in the header as 3D Slicer wants it, so that nothing moves. Without labels nothing is cropped.
     */
    public static void writeCropped(Segmentation segmentation, Path file, Progress progress) throws IOException {
        writeCropped(segmentation, file, progress, _ -> { });
    }

    /** The same, and {@code before} runs just before the file appears under its name. */
    public static void writeCropped(Segmentation segmentation, Path file, Progress progress, BeforeAppearing before)
            throws IOException {
        SegHeader old = SegHeader.of(segmentation.fields());
        write(segmentation, old, FileLayout.cropped(segmentation, old), file, progress, before);
    }

    /** Told about a file that is complete under a temporary name; may read it. When it fails the old file stays. */
    @FunctionalInterface
    public interface BeforeAppearing {
        void complete(Path temporary) throws IOException;
    }

    /** The same, and {@code before} runs just before the file appears under its name. */
    public static void write(Segmentation segmentation, Path file, Progress progress, BeforeAppearing before)
            throws IOException {
        SegHeader old = SegHeader.of(segmentation.fields());
        write(segmentation, old, FileLayout.of(segmentation, old), file, progress, before);
    }

    private static void write(Segmentation segmentation, SegHeader old, FileLayout layout, Path file,
            Progress progress, BeforeAppearing before) throws IOException {
        boolean big = layout.sameType() && old.basic("endian").filter("big"::equalsIgnoreCase).isPresent();
        boolean raw = old.basic("encoding").filter("raw"::equalsIgnoreCase).isPresent();
        try (AtomicFile target = AtomicFile.create(file)) {
            target.out().write(LenientUtf8.encode(new HeaderLines(segmentation, old, layout).text()));
            ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            LabelWriter writer = new LabelWriter(layout, segmentation.layers(), order);
            if (raw) {
                writer.raw(target.out(), progress);
            } else {
                writer.gzip(target.out(), progress);
            }
            before.complete(target.complete());
            target.commit();
        }
    }

    /**
     * The same, saying which scan it was made on when its file did not: 3D Slicer paints only inside that. For a file that is
     * begun from another one; what is merely saved again keeps its header.
     */
    public static Segmentation withReference(Segmentation segmentation) {
        SegHeader header = SegHeader.of(segmentation.fields());
        if (!header.isSegmentation() || header.reference().isPresent()) {
            return segmentation;
        }
        Grid grid = new Grid(segmentation.size(), segmentation.geometry());
        List<HeaderField> fields = new ArrayList<>(segmentation.fields());
        HeaderField field = new HeaderField(PARAMETERS,
                ConversionParameters.withReference(header.global("ConversionParameters").orElse(""), grid), true);
        fields.replaceAll(f -> f.custom() && f.key().equals(PARAMETERS) ? field : f);
        if (!fields.contains(field)) {
            fields.add(field);
        }
        return new Segmentation(segmentation.size(), segmentation.geometry(), segmentation.segments(), segmentation.layers(),
                fields);
    }

    /** Encodings that a saved file keeps. */
    static boolean isKeptEncoding(String encoding) {
        return List.of("gzip", "gz", "raw").contains(encoding.strip().toLowerCase(Locale.ROOT));
    }

    private static Segmentation readAlone(Dataset dataset, Progress progress) throws IOException {
        SegHeader header = SegHeader.of(fields(dataset.info()));
        FileShape shape = FileShape.of(dataset.info(), header);
        if (isEmpty(header, shape)) {
            return empty(dataset, header, shape, header.reference().orElse(shape.grid()));
        }
        LabelReader reader = new LabelReader(shape, shape.grid().size(), Offset.NONE);
        dataset.values(reader, progress);
        return segmentation(dataset, header, shape.grid(), reader.layers());
    }

    private static boolean isEmpty(SegHeader header, FileShape shape) {
        return shape.isEmpty() && header.isSegmentation();
    }

    private static Segmentation empty(Dataset dataset, SegHeader header, FileShape shape, Grid grid) {
        List<LabelLayer> layers = new ArrayList<>();
        for (int i = 0; i < shape.layers(); i++) {
            layers.add(LabelLayer.empty(grid.size()));
        }
        return segmentation(dataset, header, grid, layers);
    }

    private static Segmentation segmentation(Dataset dataset, SegHeader header, Grid grid, List<LabelLayer> layers) {
        return new Segmentation(grid.size(), grid.geometry(), SegmentList.of(header, layers), layers,
                fields(dataset.info()));
    }

    /** Header lines that can be written again: only those of a file of the same format. */
    private static List<HeaderField> fields(DatasetInfo info) {
        return info.format().equals("nrrd") ? info.fields() : List.of();
    }
}
