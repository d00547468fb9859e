package org.morphodepot.label.tool;

import java.io.IOException;

import org.morphodepot.label.Edit;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

/**
 * Turns voxels into the {@link Edit} that paints or erases them, under the {@linkplain MaskRule mask rule} of the context.
 * Every tool ends here, so that all obey the same rules:
 * <ul>
 * <li>only voxels of the editable area and the editable intensity range change;</li>
 * <li>other segments that the overwrite rule gives up lose the voxels that are painted, whatever layer they are in;</li>
 * <li>a locked segment never loses a voxel: in the layer of the active segment it keeps the paint out, unless overlap is
 * allowed ({@link MaskRule.Overwrite#NONE});</li>
 * <li>a segment that has to stay but may be painted over (all with {@code NONE}, hidden ones with {@code VISIBLE}) makes the
 * active segment move, in the same edit, to the first layer with room for it, or to a new one;</li>
 * <li>erasing takes voxels from the active segment only.</li>
 * </ul>
 * The edit holds only blocks that change and is empty when there are none. Reads intensities only when the rule has a range
 * or the mask needs them; do not call on the UI thread.
 */
public final class Painting {

    private Painting() {
    }

    /**
     * The active segment gets the voxels of {@code mask}.
     *
     * @param name of the edit, for people
     * @param tool id of the tool
     * @throws java.util.concurrent.CancellationException when {@code progress} says so
     */
    public static Edit paint(ToolContext context, BlockMask mask, String name, String tool, Progress progress)
            throws IOException {
        return change(context, mask, BlockMask.NONE, name, tool, progress);
    }

    /** The active segment loses the voxels of {@code mask}; else as {@link #paint}. */
    public static Edit erase(ToolContext context, BlockMask mask, String name, String tool, Progress progress)
            throws IOException {
        return change(context, BlockMask.NONE, mask, name, tool, progress);
    }

    /** The active segment becomes exactly {@code mask}, as far as the rule permits; else as {@link #paint}. */
    public static Edit replace(ToolContext context, BlockMask mask, String name, String tool, Progress progress)
            throws IOException {
        return change(context, mask, BlockMask.all(occupied(context)), name, tool, progress);
    }

    /**
     * The active segment gets the voxels of {@code add} and loses those of {@code remove} that are not in {@code add}; else as
     * {@link #paint}.
     */
    public static Edit change(ToolContext context, BlockMask add, BlockMask remove, String name, String tool,
            Progress progress) throws IOException {
        return new SegmentChange(context, add, remove, progress).edit(name, tool);
    }

    /** The box of the blocks in use in the layer of the active segment. */
    private static VoxelBox occupied(ToolContext context) {
        Segmentation segmentation = context.segmentation();
        int layer = context.segment().layer();
        return layer < segmentation.layers().size() ? segmentation.layers().get(layer).occupied() : VoxelBox.EMPTY;
    }
}
