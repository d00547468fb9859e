package org.morphodepot.viewer.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.morphodepot.label.Segment;
import org.morphodepot.viewer.Lengths;
import org.morphodepot.viewer.Picking;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelPoint;

/** The line at the bottom: position, value and segment under the pointer. */
final class StatusText {

    private static final String DOT = " \u00b7 ";

    private StatusText() {
    }

    static String at(Session session, VoxelPoint voxel) {
        List<Segment> segments = Picking.segments(session.labelling().current(), voxel);
        String value = Picking.value(session.volume(), key -> session.cache().peek(session.volume(), key), voxel)
                .map(found -> (found.level() == 0 ? "" : "about ") + number(found.value())).orElse("loading\u2026");
        String line = position(session.volume().geometry(), voxel) + DOT + voxel.x() + ", " + voxel.y() + ", "
                + voxel.z() + DOT + value;
        return segments.isEmpty() ? line
                : line + DOT + segments.stream().map(Segment::name).collect(Collectors.joining(", "));
    }

    /**
     * Millimetres from the origin to the sides of the body, such as {@code R 12.5  A 3.1  S 40.2 mm}: as many digits as tell
     * one voxel from the next.
     */
    static String position(Geometry geometry, VoxelPoint voxel) {
        double[] at = geometry.toWorld(voxel.x(), voxel.y(), voxel.z());
        double mm = Lengths.millimetres(geometry.unit());
        double finest = Math.min(geometry.spacing(0), Math.min(geometry.spacing(1), geometry.spacing(2))) * mm / 2;
        String number = "%." + Math.clamp((long) Math.ceil(-Math.log10(finest)), 1, 5) + "f";
        return side(at[0] * mm, "L", "R", number) + "  " + side(at[1] * mm, "P", "A", number) + "  "
                + side(at[2] * mm, "S", "I", number) + " mm";
    }

    private static String side(double value, String positive, String negative, String number) {
        return (value < 0 ? negative : positive) + " " + String.format(Locale.ROOT, number, Math.abs(value));
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.5g", value);
    }
}
