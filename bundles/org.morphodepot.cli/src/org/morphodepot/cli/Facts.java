package org.morphodepot.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentCounts;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Progress;

/**
 * What {@code info} tells.
 *
 * @param format {@code seg.nrrd} for a segmentation, else the format's own name
 * @param segments present for a segmentation
 * @param sha256 of the values of level 0, when asked for
 */
record Facts(String format, DatasetInfo info, Optional<Segments> segments, Optional<String> sha256) {

    /** The segments of a file and how many layers hold them. */
    record Segments(int layers, List<Segment> segments, SegmentCounts counts) {
    }

    /** Reads as much as is needed; all values for a segmentation or a checksum. */
    static Facts of(Dataset dataset, String name, boolean checksum) throws IOException {
        DatasetInfo info = dataset.info();
        Checksum sum = new Checksum();
        if (SegNrrd.isSegmentation(info, name)) {
            Segmentation segmentation = SegNrrd.read(sum.watching(dataset), Optional.empty(), Progress.NONE);
            if (checksum && sum.isUntouched()) {
                dataset.values(sum, Progress.NONE);
            }
            Optional<String> sha256 = checksum ? Optional.of(sum.hexadecimal()) : Optional.empty();
            Segments segments = new Segments(segmentation.layers().size(), segmentation.segments(),
                    SegmentCounts.of(segmentation));
            return new Facts("seg.nrrd", info, Optional.of(segments), sha256);
        }
        if (checksum) {
            dataset.values(sum, Progress.NONE);
        }
        Optional<String> sha256 = checksum ? Optional.of(sum.hexadecimal()) : Optional.empty();
        return new Facts(info.format(), info, Optional.empty(), sha256);
    }
}
