package org.morphodepot.volume.zarr;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.spi.VolumeWriter;
import org.morphodepot.volume.spi.WriteOptions;
import org.morphodepot.volume.zarr.write.Destination;
import org.morphodepot.volume.zarr.write.Destination.Leftover;
import org.morphodepot.volume.zarr.write.LabelGroup;
import org.morphodepot.volume.zarr.write.LabelVote;
import org.morphodepot.volume.zarr.write.Mean;
import org.morphodepot.volume.zarr.write.NgffDocuments;
import org.morphodepot.volume.zarr.write.PyramidPlan;
import org.morphodepot.volume.zarr.write.PyramidWriter;
import org.morphodepot.volume.zarr.write.Reduction;
import org.osgi.service.component.annotations.Component;

/**
 * Writes OME-Zarr with all resolutions in one pass over the source: version 0.4 on Zarr v2 unless asked for Zarr 3,
 * chunks of 64, blosc with lz4; with Zarr 3 in shards when there would be more than a thousand chunks. A local folder
 * appears under its name only when complete; elsewhere the root's metadata comes last. Several label maps become a
 * {@code labels} group; written to {@code IMAGE.zarr/labels} they are the labels of that image.
 */
@Component(service = VolumeWriter.class)
public final class OmeZarrWriter implements VolumeWriter {

    private static final int STORE_THREADS = 16;
    /** Where an image has its labels. */
    private static final String LABELS = "labels";
    private static final String ENDING = ".zarr";

    @Override
    public String id() {
        return "ome-zarr";
    }

    @Override
    public boolean accepts(Address target) {
        return isNamed(target) || target.name().equals(LABELS) && isNamed(target.parent());
    }

    private static boolean isNamed(Address address) {
        return address.name().toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    @Override
    public void write(Dataset source, Address target, WriteOptions options, Volumes volumes, Progress progress)
            throws IOException {
        PyramidPlan plan = PyramidPlan.of(source.info(), options);
        Leftover leftover = !plan.sharded() ? Leftover.REMOVE : options.resume() ? Leftover.KEEP : Leftover.REMOVE_KNOWN;
        try (Destination destination = Destination.of(target, volumes, leftover)) {
            put(source, name(target), plan, destination, options.resume(), threads(target), progress);
            progress.check();
            destination.commit();
        }
    }

    @Override
    public boolean hasLayers(Address target) {
        return accepts(target);
    }

    @Override
    public void writeLayers(List<? extends Dataset> maps, Address target, WriteOptions options, Volumes volumes,
            Progress progress) throws IOException {
        boolean third = options.zarr().isEmpty() && isInImageOfZarr3(target, volumes);
        WriteOptions plain = new WriteOptions(options.chunk(), options.codec(), options.levels(),
                third ? Optional.of(3) : options.zarr()).sharded(0);
        try (Destination group = Destination.of(target, volumes, Leftover.REMOVE)) {
            for (Dataset map : maps) {
                PyramidPlan plan = PyramidPlan.of(map.info(), plain);
                put(map, map.name(), plan, group.below(map.name()), false, threads(target), progress);
            }
            LabelGroup list = new LabelGroup(maps.stream().map(Dataset::name).toList(), plain.zarr().orElse(2));
            putAll(list.documents(), group);
            progress.check();
            group.commit();
        }
    }

    /** Labels of an image are of its version. */
    private static boolean isInImageOfZarr3(Address target, Volumes volumes) throws IOException {
        if (!target.name().equals(LABELS)) {
            return false;
        }
        try (Store image = volumes.store(target.parent())) {
            return image.size("zarr.json").isPresent();
        }
    }

    private static void put(Dataset source, String name, PyramidPlan plan, Destination destination, boolean resume, int threads,
            Progress progress) throws IOException {
        boolean label = isLabel(source);
        Reduction reduction = label ? new LabelVote() : new Mean();
        Optional<DisplayRange> window;
        try (PyramidWriter writer = new PyramidWriter(plan, destination, reduction, progress, resume, memory(), threads)) {
            source.values(writer, quiet(progress));
            writer.finish();
            window = writer.range();
        }
        putAll(new NgffDocuments(plan, name, reduction, label, source.info().space(), window, source.info().fields()).all(),
                destination);
    }

    private static void putAll(Map<String, byte[]> documents, Destination destination) throws IOException {
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            destination.write(document.getKey(), document.getValue());
        }
    }

    private static int threads(Address target) {
        return target.isFile() ? 2 * Runtime.getRuntime().availableProcessors() : STORE_THREADS;
    }

    /** Only asks whether to go on: the writer itself reports how far it is. */
    private static Progress quiet(Progress progress) {
        return new Progress() {
            @Override
            public void report(long done, long total, String what) {
                // the writer does
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }

    /** A quarter of the heap, at most 1 GiB. */
    private static long memory() {
        return Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 4);
    }

    private static String name(Address target) {
        String name = target.name();
        return isNamed(target) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    /** Whether values are labels: the file says so, or it is a segmentation. */
    private static boolean isLabel(Dataset source) {
        DatasetInfo info = source.info();
        return source instanceof ZarrDataset zarr && zarr.isLabel() || info.format().equals("seg.nrrd")
                || info.fields().stream().anyMatch(field -> field.key().startsWith("Segment0_"));
    }
}
