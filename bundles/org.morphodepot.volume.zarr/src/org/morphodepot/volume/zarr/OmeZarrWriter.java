package org.morphodepot.volume.zarr;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.VolumeWriter;
import org.morphodepot.volume.spi.WriteOptions;
import org.morphodepot.volume.zarr.write.Destination;
import org.morphodepot.volume.zarr.write.Destination.Leftover;
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
 * appears under its name only when complete; elsewhere the root's metadata comes last.
 */
@Component(service = VolumeWriter.class)
public final class OmeZarrWriter implements VolumeWriter {

    private static final int STORE_THREADS = 16;

    @Override
    public String id() {
        return "ome-zarr";
    }

    @Override
    public boolean accepts(Address target) {
        return target.name().toLowerCase(Locale.ROOT).endsWith(".zarr");
    }

    @Override
    public void write(Dataset source, Address target, WriteOptions options, Volumes volumes, Progress progress)
            throws IOException {
        PyramidPlan plan = PyramidPlan.of(source.info(), options);
        boolean label = isLabel(source);
        Reduction reduction = label ? new LabelVote() : new Mean();
        int threads = target.isFile() ? 2 * Runtime.getRuntime().availableProcessors() : STORE_THREADS;
        Leftover leftover = !plan.sharded() ? Leftover.REMOVE : options.resume() ? Leftover.KEEP : Leftover.REMOVE_KNOWN;
        try (Destination destination = Destination.of(target, volumes, leftover)) {
            Optional<DisplayRange> window;
            try (PyramidWriter writer = new PyramidWriter(plan, destination, reduction, progress, options.resume(),
                    memory(), threads)) {
                source.values(writer, quiet(progress));
                writer.finish();
                window = writer.range();
            }
            NgffDocuments documents =
                    new NgffDocuments(plan, name(target), reduction, label, source.info().space(), window,
                            source.info().fields());
            for (Map.Entry<String, byte[]> document : documents.all().entrySet()) {
                destination.write(document.getKey(), document.getValue());
            }
            progress.check();
            destination.commit();
        }
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
        return name.substring(0, name.length() - ".zarr".length());
    }

    /** Whether values are labels: the file says so, or it is a segmentation. */
    private static boolean isLabel(Dataset source) {
        DatasetInfo info = source.info();
        return source instanceof ZarrDataset zarr && zarr.isLabel() || info.format().equals("seg.nrrd")
                || info.fields().stream().anyMatch(field -> field.key().startsWith("Segment0_"));
    }
}
