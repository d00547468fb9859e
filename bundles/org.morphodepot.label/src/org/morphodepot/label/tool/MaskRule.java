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

    public enum Area {
        EVERYWHERE, INSIDE_ALL, INSIDE_VISIBLE, OUTSIDE_ALL, OUTSIDE_VISIBLE, INSIDE_SEGMENT
    }

    /**
     * ALL and VISIBLE: replaced in the shared layer;
     * NONE: segments may overlap, the active one moves to a layer of its own where needed.
     */
    public enum Overwrite {
        ALL, VISIBLE, NONE
    }

    /** Paint everywhere, replace unlocked segments. */
    public static final MaskRule DEFAULT = new MaskRule(Area.EVERYWHERE, Optional.empty(), Optional.empty(), Overwrite.ALL);
}
