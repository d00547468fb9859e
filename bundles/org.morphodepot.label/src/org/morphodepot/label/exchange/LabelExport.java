package org.morphodepot.label.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.VolumeWriter;
import org.morphodepot.volume.spi.WriteOptions;

/** Writes a segmentation as numbers for other programs, in whatever format the target is named like. */
public final class LabelExport {

    /** An image has its label maps in a group of this name, also when it is only one. */
    private static final String LABELS = "labels";

    private LabelExport() {
    }

    /**
     * Writes one label map, or a group with one for each layer when segments are in several and the format has groups.
     * Blocks; appears complete or not at all.
     *
     * @return one line about what became of several layers; empty when there is one, whose labels are the numbers
     */
    public static Optional<String> write(Segmentation labels, Address target, Volumes volumes, Progress progress)
            throws IOException {
        VolumeWriter writer = volumes.writer(target);
        List<LabelMap> layers = LabelMap.perLayer(labels);
        boolean several = layers.size() > 1;
        if (writer.hasLayers(target) && (several || target.name().equals(LABELS))) {
            writer.writeLayers(layers, target, WriteOptions.DEFAULT, volumes, progress);
            return several ? Optional.of(separated(layers, target)) : Optional.empty();
        }
        try (LabelMap map = new LabelMap(labels, target.name())) {
            writer.write(map, target, WriteOptions.DEFAULT, volumes, progress);
            return several ? Optional.of(merged(map, target)) : Optional.empty();
        }
    }

    private static String separated(List<LabelMap> layers, Address target) {
        return "The segments are in " + layers.size() + " layers, so " + target.name() + " holds " + layers.size()
                + " label images: " + layers.getFirst().name() + " to " + layers.getLast().name() + ".";
    }

    private static String merged(LabelMap map, Address target) {
        String lost = map.hidden() == 0 ? "none overlap."
                : String.format(Locale.ROOT, "of those that overlap the last one shows (voxels: %,d); .zarr and .seg.nrrd"
                        + " keep all.", map.hidden());
        return target.name() + " holds one number per voxel, the place of the segment in the list; " + lost;
    }
}
