package org.morphodepot.volume.images.tiff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.images.plane.Faults;

/**
 * How pages make a scan.
 *
 * @param first page of the first slice, among the pages that are slices
 * @param step pages from one slice to the next: channels and times lie between
 * @param depth number of slices
 * @param behind whether the values of all slices follow those of the only page, as ImageJ writes stacks beyond 4 GB
 * @param geometry empty when the file does not say how far voxels are apart in all three directions
 */
record Stack(int first, int step, long depth, boolean behind, Optional<Geometry> geometry, List<HeaderField> fields) {

    private static final Pattern LINE = Pattern.compile("(?m)^([A-Za-z]+)=(.*)$");

    static Stack of(TiffFile tiff, Faults faults) throws VolumeException {
        List<Page> slices = tiff.slices();
        String description = slices.getFirst().description();
        Stack stack = description.startsWith("ImageJ=") ? imageJ(slices, description, faults)
                : description.contains("<OME") ? OmeXml.stack(description, slices.size(), faults)
                : pages(slices.size(), slices.getFirst());
        return stack.withPages(tiff.pages().size(), slices.size());
    }

    private static Stack pages(int count, Page page) {
        List<HeaderField> fields = page.description().isBlank() ? List.of()
                : List.of(new HeaderField("ImageDescription", Faults.quoted(page.description()), false));
        return new Stack(0, 1, count, false, Optional.empty(), fields);
    }

    private static Stack imageJ(List<Page> pages, String description, Faults faults) throws VolumeException {
        Map<String, String> says = new java.util.HashMap<>();
        Matcher line = LINE.matcher(description);
        while (line.find()) {
            says.put(line.group(1), line.group(2).strip());
        }
        long images = count(says, "images", pages.size());
        long channels = count(says, "channels", 1);
        long slices = count(says, "slices", 1);
        long frames = count(says, "frames", 1);
        boolean behind = pages.size() == 1 && images > 1 && pages.getFirst().compression() == 1;
        long have = behind ? images : pages.size();
        boolean hyperstack = channels * slices * frames == have && channels * slices * frames > 1;
        long depth = !hyperstack ? have : slices > 1 ? slices : frames;
        long step = !hyperstack ? 1 : channels;
        if (step > Integer.MAX_VALUE) {
            throw faults.malformed("it says that it has " + channels + " channels");
        }
        return new Stack(0, (int) step, depth, behind, imageJGeometry(pages.getFirst(), says),
                List.of(new HeaderField("ImageDescription", Faults.quoted(description), false)));
    }

    private static long count(Map<String, String> says, String key, long otherwise) {
        String text = says.getOrDefault(key, "");
        return text.matches("[1-9]\\d{0,8}") ? Long.parseLong(text) : otherwise;
    }

    private static Optional<Geometry> imageJGeometry(Page page, Map<String, String> says) {
        String unit = says.getOrDefault("unit", "").replace("\\u00B5", "\u00b5");
        OptionalDouble x = inverse(page.xResolution());
        OptionalDouble y = inverse(page.yResolution());
        double z = number(says.getOrDefault("spacing", ""));
        boolean known = !unit.isEmpty() && !unit.equalsIgnoreCase("pixel") && !unit.equalsIgnoreCase("pixels");
        return known && x.isPresent() && y.isPresent() && isLength(z)
                ? Optional.of(Geometry.of(x.getAsDouble(), y.getAsDouble(), z, unit)) : Optional.empty();
    }

    private static OptionalDouble inverse(OptionalDouble resolution) {
        return resolution.isPresent() && isLength(1 / resolution.getAsDouble()) ? OptionalDouble.of(1 / resolution.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Not a number for anything else than one. */
    static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static boolean isLength(double length) {
        return length > 1e-12 && length < 1e12;
    }

    private Stack withPages(int pages, int slices) {
        if (pages == slices) {
            return this;
        }
        List<HeaderField> more = new java.util.ArrayList<>(fields);
        more.add(new HeaderField("pages", pages + ", of which " + slices + " have the size and type of the first", false));
        return new Stack(first, step, depth, behind, geometry, List.copyOf(more));
    }
}
