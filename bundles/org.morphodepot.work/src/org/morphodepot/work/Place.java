package org.morphodepot.work;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;

/**
 * A place in the scan that a comment speaks of, and how to look at it. In a comment it is a line people can read, with a block
 * that only programs see below: {@code docs/view-link.md}. What comes from a comment is checked, but may lie outside of the scan.
 *
 * @param box level-0 voxels, never empty
 * @param focus where the crosshair goes, in the box
 * @param lps the focus in millimetres to the left, to the back and upwards, as the scan's file places it; empty when not known
 * @param zoom screen pixels per millimetre; empty for what shows the box
 * @param structure what it is about
 */
public record Place(VoxelBox box, VoxelPoint focus, Optional<List<Double>> lps, OptionalDouble zoom,
        Optional<Structure> structure) {

    static final int LARGEST = 999_999_999;
    static final int LONGEST_NAME = 200;
    private static final double FARTHEST = 1e7;

    public Place {
        if (box.isEmpty() || !box.contains(focus) || box.x0() < 0 || box.y0() < 0 || box.z0() < 0
                || Math.max(box.x1(), Math.max(box.y1(), box.z1())) > LARGEST + 1) {
            throw new IllegalArgumentException("No place: " + box + ", " + focus);
        }
        lps = lps.map(List::copyOf);
        if (lps.isPresent() && (lps.get().size() != 3 || lps.get().stream().anyMatch(v -> !(Math.abs(v) <= FARTHEST)))) {
            throw new IllegalArgumentException("No position: " + lps.get());
        }
        if (zoom.isPresent() && !(zoom.getAsDouble() > 0 && zoom.getAsDouble() <= FARTHEST)) {
            throw new IllegalArgumentException("No zoom: " + zoom.getAsDouble());
        }
    }

    /**
     * A segment, by its id and by its name for people.
     *
     * @param id as in the segmentation file; empty when not known
     */
    public record Structure(String id, String name) {

        public Structure {
            name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ").strip();
            if (name.isBlank() || name.length() > LONGEST_NAME || id.length() > LONGEST_NAME) {
                throw new IllegalArgumentException("No structure: " + name);
            }
        }
    }

    /** A box, looked at in its middle. */
    public static Place of(VoxelBox box) {
        VoxelPoint middle = new VoxelPoint(middle(box.x0(), box.x1()), middle(box.y0(), box.y1()), middle(box.z0(), box.z1()));
        return new Place(box, middle, Optional.empty(), OptionalDouble.empty(), Optional.empty());
    }

    private static int middle(int from, int to) {
        return from + (to - from) / 2;
    }

    /** A voxel. */
    public static Place at(VoxelPoint voxel) {
        return of(VoxelBox.at(voxel));
    }

    /** With the millimetres at which 3D Slicer shows the focus. */
    public Place in(Geometry scan) {
        double[] at = scan.inMillimetres().toWorld(focus.x(), focus.y(), focus.z());
        List<Double> position = List.of(rounded(at[0]), rounded(at[1]), rounded(at[2]));
        return new Place(box, focus, Optional.of(position), zoom, structure);
    }

    private static double rounded(double millimetres) {
        return Math.round(millimetres * 1e4) / 1e4;
    }

    public Place withZoom(double pixelsPerMillimetre) {
        return new Place(box, focus, lps, OptionalDouble.of(pixelsPerMillimetre), structure);
    }

    /** About a structure; a name that is too long is cut. */
    public Place about(String id, String name) {
        String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return cut.isBlank() || id.length() > LONGEST_NAME ? this
                : new Place(box, focus, lps, zoom, Optional.of(new Structure(id, cut)));
    }

    /** The position for people, such as {@code left 12.18, posterior 9.6, superior 3.5 mm}; empty when not known. */
    public Optional<String> position() {
        return lps.map(at -> side(at.get(0), "left", "right") + ", " + side(at.get(1), "posterior", "anterior") + ", "
                + side(at.get(2), "superior", "inferior") + " mm");
    }

    private static String side(double value, String positive, String negative) {
        String number = String.format(Locale.ROOT, "%.4f", Math.abs(value)).replaceAll("\\.?0+$", "");
        return (value < 0 ? negative : positive) + " " + number;
    }

    /** A text that names this place at its end. */
    public String into(String text) {
        return PlaceText.into(text, this);
    }

    /** The text with the middle of a box, or the text alone for an empty box. */
    public static String into(String text, VoxelBox box) {
        return box.isEmpty() ? text : of(box).into(text);
    }

    /**
     * A piece of a comment.
     *
     * @param text without what is hidden on the web
     * @param place empty when it names none
     */
    public record Part(String text, Optional<Place> place) {
    }

    /** A comment in pieces: each line that names a place ends one; what comes after the last is a piece without a place. */
    public static List<Part> split(String body) {
        return PlaceText.split(body);
    }

    /** What people see of a text on the web: without hidden blocks. */
    public static String visible(String body) {
        return PlaceText.visible(body);
    }
}
