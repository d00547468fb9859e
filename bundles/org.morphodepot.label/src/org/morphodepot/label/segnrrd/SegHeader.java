package org.morphodepot.label.segnrrd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.volume.HeaderField;

/** The fields of a seg.nrrd header by what they mean. */
final class SegHeader {

    private static final String PREFIX = "Segment";
    private static final String GLOBAL = "Segmentation_";

    private final Map<String, String> basic = new HashMap<>();
    private final Map<String, String> globals = new HashMap<>();
    private final List<SegmentEntry> entries = new ArrayList<>();

    private SegHeader() {
    }

    static SegHeader of(List<HeaderField> fields) {
        SegHeader header = new SegHeader();
        Map<Integer, SegmentEntry> found = new HashMap<>();
        for (HeaderField field : fields) {
            if (!field.custom()) {
                header.basic.putIfAbsent(word(field.key()), field.value().strip());
            } else if (field.key().startsWith(GLOBAL)) {
                header.globals.putIfAbsent(field.key().substring(GLOBAL.length()), field.value());
            } else if (segment(field.key()) >= 0) {
                found.computeIfAbsent(segment(field.key()), SegmentEntry::new).put(suffix(field.key()), field.value());
            }
        }
        // 3D Slicer stops at the first index without an id
        for (int i = 0; found.containsKey(i) && found.get(i).raw("ID").isPresent(); i++) {
            header.entries.add(found.get(i));
        }
        return header;
    }

    /** N of a key {@code SegmentN_…}; -1 for other keys. */
    static int segment(String key) {
        int line = key.indexOf('_');
        if (!key.startsWith(PREFIX) || line <= PREFIX.length() || line > PREFIX.length() + 7) {
            return -1;
        }
        int n = 0;
        for (int i = PREFIX.length(); i < line; i++) {
            int digit = key.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            n = 10 * n + digit;
        }
        return key.equals(PREFIX + n + key.substring(line)) ? n : -1;
    }

    /** What follows {@code SegmentN_}. */
    static String suffix(String key) {
        return key.substring(key.indexOf('_') + 1);
    }

    /** Segments 0, 1, 2 … without a gap. */
    List<SegmentEntry> entries() {
        return entries;
    }

    /** The key of a field of the format: writers differ in case and blanks. */
    static String word(String key) {
        return key.toLowerCase(Locale.ROOT).replace(" ", "");
    }

    /** A field of the format by its {@link #word}, without blanks around it. */
    Optional<String> basic(String word) {
        return Optional.ofNullable(basic.get(word));
    }

    /** The text, as written, of a field {@code Segmentation_…} by the rest of its key. */
    Optional<String> global(String key) {
        return Optional.ofNullable(globals.get(key));
    }

    boolean isSegmentation() {
        return !entries.isEmpty() || global("MasterRepresentation").isPresent()
                || global("SourceRepresentation").isPresent() || global("ReferenceImageExtentOffset").isPresent();
    }

    /** Where file voxel (0, 0, 0) is in the index space of the reference image. */
    Offset referenceOffset() {
        return global("ReferenceImageExtentOffset").flatMap(t -> HeaderText.integers(t, 3))
                .map(n -> new Offset(n[0], n[1], n[2])).orElse(Offset.NONE);
    }

    /**
     * Files before 2016 give the extent of the file in the index space of the reference image, and their origin is that
     * of index (0, 0, 0), not of the first voxel in the file. Empty for all others.
     */
    Optional<Offset> legacyOffset() {
        return global("ReferenceImageExtentOffset").isPresent() ? Optional.empty()
                : global("Extent").flatMap(t -> HeaderText.integers(t, 6)).map(n -> new Offset(n[0], n[2], n[4]));
    }

    /** The grid of the scan, when the file tells it. */
    Optional<Grid> reference() {
        return global("ConversionParameters").flatMap(ConversionParameters::reference);
    }

    /** Which axis counts layers in a four-axis file: the one of kind "list" or "vector", else the fastest. */
    int listAxis() {
        String[] kinds = basic("kinds").orElse("").split("\\s+");
        boolean last = kinds.length == 4 && kinds[0].equals("domain") && !kinds[3].equals("domain");
        return last ? 3 : 0;
    }
}
