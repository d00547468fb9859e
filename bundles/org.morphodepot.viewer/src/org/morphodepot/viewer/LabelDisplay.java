package org.morphodepot.viewer;

import java.util.Optional;

import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;

/**
 * The labels drawn over a slice.
 *
 * @param segmentation a snapshot
 * @param opacity of fills, 0 to 1, times each segment's own
 * @param outlines draw borders, opaque but for the segment's own opacity
 * @param active the segment that {@code marks} and previews belong to
 * @param marks a stroke being drawn, shown as what it will become
 */
public record LabelDisplay(Segmentation segmentation, double opacity, boolean outlines, Optional<Segment> active,
        Optional<Marks> marks) {
}
