package org.morphodepot.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.volume.VoxelBox;

/**
 * A place in the scan that a comment speaks of: a line people can read, such as
 * {@code Place in the scan: voxels 10-20, 5-9, 33-40}, first and last voxel along i, j and k.
 */
public final class Place {

    private static final Pattern LINE = Pattern.compile(
            "(?m)^Place in the scan: voxels (\\d{1,9})-(\\d{1,9}), (\\d{1,9})-(\\d{1,9}), (\\d{1,9})-(\\d{1,9})\\s*$");

    private static final Pattern HIDDEN = Pattern.compile("(?s)<!--.*?-->");

    private Place() {
    }

    /** The text with a line that names the place, or the text alone for an empty box. */
    public static String into(String text, VoxelBox box) {
        return box.isEmpty() ? text : (text.isBlank() ? "" : text.stripTrailing() + "\n\n") + line(box);
    }

    private static String line(VoxelBox box) {
        return "Place in the scan: voxels " + box.x0() + "-" + (box.x1() - 1) + ", " + box.y0() + "-" + (box.y1() - 1) + ", "
                + box.z0() + "-" + (box.z1() - 1);
    }

    /** The first place a text names. */
    public static Optional<VoxelBox> in(String text) {
        Matcher m = LINE.matcher(text);
        if (!m.find()) {
            return Optional.empty();
        }
        int[] v = new int[6];
        for (int i = 0; i < v.length; i++) {
            v[i] = Integer.parseInt(m.group(i + 1));
        }
        VoxelBox box = new VoxelBox(v[0], v[2], v[4], v[1] + 1, v[3] + 1, v[5] + 1);
        return box.isEmpty() ? Optional.empty() : Optional.of(box);
    }

    /**
     * A piece of a comment.
     *
     * @param text without what is hidden on the web
     * @param box empty when it names no place
     */
    public record Part(String text, Optional<VoxelBox> box) {
    }

    /** A comment in pieces: each line that names a place ends one; what comes after the last is a piece without a place. */
    public static List<Part> split(String body) {
        String text = HIDDEN.matcher(body).replaceAll("");
        List<Part> parts = new ArrayList<>();
        Matcher m = LINE.matcher(text);
        int from = 0;
        while (m.find()) {
            parts.add(new Part(text.substring(from, m.start()).strip(), in(m.group())));
            from = m.end();
        }
        String rest = text.substring(from).strip();
        if (!rest.isEmpty()) {
            parts.add(new Part(rest, Optional.empty()));
        }
        return parts;
    }
}
