package org.morphodepot.label.tool;

import java.util.Optional;

import org.morphodepot.volume.DisplayRange;

/**
 * Where tools may paint, as Slicer's masking settings.
 *
 * @param area editable area
 * @param inside segment for {@link Area#INSIDE_SEGMENT}
 * @param intensities editable intensity range; empty = any
 * @param overwrite which other segments a stroke may replace; locked ones never
 */
public record MaskRule(Area area, Optional<String> inside, Optional<DisplayRange> intensities, Overwrite overwrite) {

    /** As in 3D Slicer, the segment being edited never counts for the two OUTSIDE areas and counts for the INSIDE ones. */
    public enum Area {
        EVERYWHERE, INSIDE_ALL, INSIDE_VISIBLE, OUTSIDE_ALL, OUTSIDE_VISIBLE, INSIDE_SEGMENT
    }

    /**
     * ALL and VISIBLE: other (visible) segments lose the voxels that are painted, in all layers, as in 3D Slicer;
     * NONE: segments may overlap, the active one moves to another layer where needed.
     * Hidden segments under VISIBLE are overlapped too.
     */
    public enum Overwrite {
        ALL, VISIBLE, NONE
    }

    /** Paint everywhere, replace unlocked segments. */
    public static final MaskRule DEFAULT = new MaskRule(Area.EVERYWHERE, Optional.empty(), Optional.empty(), Overwrite.ALL);
}
