package org.morphodepot.label.statistics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentDifference;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.SegmentationDiff;
import org.morphodepot.label.tool.Intensities;
import org.morphodepot.volume.Progress;

/**
 * The statistics of a segmentation that is being edited: after an edit only the segments whose voxels changed are measured
 * again. Any thread; one update at a time, the others wait.
 */
public final class LiveStatistics {

    private final Map<String, SegmentStatistics> known = new HashMap<>();
    private Segmentation measured;
    private Optional<Intensities> measuredOn = Optional.empty();

    /**
     * The statistics of all segments of {@code now}, in their order. When it is cancelled or fails, what was known before
     * stays known.
     *
     * @param scan values; when they are others than before all is measured again; empty to leave them out
     * @throws java.util.concurrent.CancellationException when {@code progress} says so
     */
    public synchronized List<SegmentStatistics> update(Segmentation now, Optional<Intensities> scan, Progress progress)
            throws IOException {
        if (measured == null || !measured.size().equals(now.size()) || !measured.geometry().equals(now.geometry())
                || scan.isPresent() && !scan.equals(measuredOn)) {
            known.clear();
        } else {
            forgetChanged(now);
        }
        List<Segment> wanted = now.segments().stream().filter(s -> !known.containsKey(s.id())).toList();
        for (SegmentStatistics fresh : SegmentStatistics.of(now, wanted, scan, progress)) {
            known.put(fresh.segment().id(), fresh);
        }
        measured = now;
        measuredOn = scan;
        return all(now);
    }

    /** How many segments an update with {@code now} would measure. */
    public synchronized int outdated(Segmentation now) {
        if (measured == null) {
            return now.segments().size();
        }
        forgetChanged(now);
        return (int) now.segments().stream().filter(s -> !known.containsKey(s.id())).count();
    }

    private void forgetChanged(Segmentation now) {
        if (now != measured) {
            for (SegmentDifference difference : SegmentationDiff.between(measured, now)) {
                if (difference.changed() > 0 || difference.after().isEmpty()) {
                    known.remove(difference.segment().id());
                }
            }
        }
    }

    private List<SegmentStatistics> all(Segmentation now) {
        List<SegmentStatistics> all = new ArrayList<>();
        for (Segment segment : now.segments()) {
            SegmentStatistics s = known.get(segment.id());
            all.add(new SegmentStatistics(segment, s.shape(), s.surface(),
                    measuredOn.isPresent() ? s.intensities() : Optional.empty()));
        }
        return all;
    }
}
