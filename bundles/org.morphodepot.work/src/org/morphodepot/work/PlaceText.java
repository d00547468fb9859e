package org.morphodepot.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.Place.Part;

/** Places in the text of a comment. The line counts; a hidden block that says something else than its line is left out. */
final class PlaceText {

    private static final String RANGE = "(\\d{1,9})(?:-(\\d{1,9}))?";
    private static final String START = "<!-- morphodepot:view ";
    private static final String END = " -->";

    private static final Pattern LINE = Pattern.compile("(?m)^Place in the scan: voxels? " + RANGE + ", " + RANGE + ", " + RANGE
            + "(?=$|[\\s(,])[^\\r\\n]{0,600}$(?:\\s{0,4}" + START + "(\\{[^\\r\\n<>]{0,2000}\\})" + END + ")?");

    private static final Pattern OTHERS = Pattern.compile("(?s)<!--(?! morphodepot:view ).*?(?:-->|\\z)");

    /** What is hidden on the web; without an end it reaches to the end of the text there. */
    private static final Pattern HIDDEN = Pattern.compile("(?s)<!--.*?(?:-->|\\z)");

    private static final int MOST = 200;

    private PlaceText() {
    }

    static String into(String text, Place place) {
        return (text.isBlank() ? "" : text.stripTrailing() + "\n\n") + line(place) + "\n" + START + PlaceJson.write(place) + END;
    }

    private static String line(Place place) {
        VoxelBox box = place.box();
        String voxels = box.voxels() == 1 ? "voxel " + box.x0() + ", " + box.y0() + ", " + box.z0()
                : "voxels " + range(box, 0) + ", " + range(box, 1) + ", " + range(box, 2);
        return "Place in the scan: " + voxels + place.position().map(at -> " (" + at + ")").orElse("")
                + place.structure().map(one -> ", " + quoted(one.name())).orElse("");
    }

    private static String range(VoxelBox box, int axis) {
        return box.min(axis) + "-" + (box.max(axis) - 1);
    }

    /** As code, so that a name such as {@code @ada} or {@code #3} calls nobody and links nowhere. */
    private static String quoted(String name) {
        return "`" + name.replace('`', '\'').replace("<!--", "<! --") + "`";
    }

    static List<Part> split(String body) {
        String text = OTHERS.matcher(body).replaceAll("");
        List<Part> parts = new ArrayList<>();
        Matcher m = LINE.matcher(text);
        int from = 0;
        while (parts.size() < MOST && m.find()) {
            Optional<Place> place = place(m);
            if (place.isPresent()) {
                parts.add(new Part(visible(text.substring(from, m.start())), place));
                from = m.end();
            }
        }
        String rest = visible(text.substring(from));
        if (!rest.isEmpty()) {
            parts.add(new Part(rest, Optional.empty()));
        }
        return parts;
    }

    static String visible(String body) {
        return HIDDEN.matcher(body).replaceAll("").strip();
    }

    private static Optional<Place> place(Matcher m) {
        int[] from = new int[3];
        int[] to = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            String last = m.group(2 * axis + 2);
            from[axis] = Integer.parseInt(m.group(2 * axis + 1));
            to[axis] = (last == null ? from[axis] : Integer.parseInt(last)) + 1;
        }
        VoxelBox box = new VoxelBox(from[0], from[1], from[2], to[0], to[1], to[2]);
        if (box.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Optional.ofNullable(m.group(7)).flatMap(json -> PlaceJson.read(json, box)).orElse(Place.of(box)));
    }
}
