package org.morphodepot.label.tool;

import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;

/**
 * What a tool works on: a frozen state, so a running tool never sees half a change.
 *
 * @param segmentation state when the tool began
 * @param segmentId the segment to paint; exists in {@code segmentation}
 * @param mask where painting is allowed
 * @param settings values of the tool's options
 * @param intensities the scan
 */
public record ToolContext(Segmentation segmentation, String segmentId, MaskRule mask, Settings settings,
        Intensities intensities) {

    /**
     * The segment to paint.
     *
     * @throws IllegalStateException when the segmentation has no such segment
     */
    public Segment segment() {
        return segmentation.segment(segmentId)
                .orElseThrow(() -> new IllegalStateException("No segment is selected: add or choose one first"));
    }
}
