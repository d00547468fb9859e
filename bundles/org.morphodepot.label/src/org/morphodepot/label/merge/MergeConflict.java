package org.morphodepot.label.merge;

import java.util.Optional;

import org.morphodepot.label.Segment;
import org.morphodepot.volume.VoxelBox;

/**
 * Voxels that hang together and that both sides changed, in different ways. An empty segment means background.
 *
 * @param number from 1; the label of these voxels in {@link SegmentationMerge#conflictLayer}
 * @param layer of the merged segmentation
 * @param box smallest box around them
 * @param base the segment they had
 * @param ours the segment they have on our side, and in the merged segmentation for now
 * @param theirs the segment they have on the other side
 */
public record MergeConflict(int number, int layer, VoxelBox box, long voxels, Optional<Segment> base,
        Optional<Segment> ours, Optional<Segment> theirs) {
}
