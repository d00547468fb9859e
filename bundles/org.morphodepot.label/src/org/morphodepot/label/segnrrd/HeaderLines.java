package org.morphodepot.label.segnrrd;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.VoxelBox;

/**
 * Writes the header: the lines of the file that was read, in their order, with only those changed that no longer hold;
 * for a new segmentation the lines that 3D Slicer writes.
 */
final class HeaderLines {

    private static final List<HeaderField> NEW_FILE = List.of(new HeaderField("NRRD0004", "", false),
            new HeaderField("#", " Complete NRRD file format specification at:", false),
            new HeaderField("#", " http://teem.sourceforge.net/nrrd/format.html", false),
            new HeaderField("type", "", false),
            new HeaderField("dimension", "", false), new HeaderField("encoding", "gzip", false));
    private static final Set<String> AXES = Set.of("dimension", "space", "spacedimension", "sizes", "spacings",
            "thicknesses", "axismins", "axismaxs", "spacedirections", "centerings", "centers", "kinds", "labels",
            "units", "spaceorigin", "measurementframe");
    private static final String GLOBAL = "Segmentation_";

    private final Segmentation segmentation;
    private final SegHeader old;
    private final FileLayout layout;
    private final boolean sameSegments;
    private final StringBuilder text = new StringBuilder();
    private boolean axesWritten;
    private boolean endianWritten;
    private boolean segmentsWritten;

    HeaderLines(Segmentation segmentation, SegHeader old, FileLayout layout) {
        this.segmentation = segmentation;
        this.old = old;
        this.layout = layout;
        List<String> ids = segmentation.segments().stream().map(Segment::id).toList();
        sameSegments = ids.equals(old.entries().stream().map(e -> e.text("ID").orElse("")).toList());
    }

    /** All lines, with the blank one at the end. */
    String text() {
        List<HeaderField> fields = segmentation.fields().isEmpty() ? NEW_FILE : segmentation.fields();
        if (!isMagic(fields.getFirst())) {
            text.append("NRRD0004\n");
        }
        Map<Integer, Integer> lastLine = lastLines(fields);
        Map<Integer, Map<String, String>> open = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            HeaderField field = fields.get(i);
            int n = field.custom() ? SegHeader.segment(field.key()) : -1;
            if (!field.custom()) {
                basic(field);
            } else if (n >= 0 && n < old.entries().size() && sameSegments) {
                inPlace(n, field, open.computeIfAbsent(n, this::lines), lastLine.get(n) == i);
            } else if (n >= 0) {
                allSegments();
            } else if (field.key().startsWith(GLOBAL)) {
                global(field);
            } else {
                line(field);
            }
        }
        allSegments();
        missingGlobals();
        return text.append('\n').toString();
    }

    private Map<Integer, Integer> lastLines(List<HeaderField> fields) {
        Map<Integer, Integer> last = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            int n = fields.get(i).custom() ? SegHeader.segment(fields.get(i).key()) : -1;
            last.put(n, i);
        }
        return last;
    }

    private static boolean isMagic(HeaderField field) {
        return !field.custom() && field.key().matches("NRRD(\\d{4}|00\\.01)") && field.value().isEmpty();
    }

    private void basic(HeaderField field) {
        String word = SegHeader.word(field.key());
        if (isMagic(field)) {
            // fields of segments and of the space need version 4
            text.append(field.key().compareTo("NRRD0004") < 0 ? "NRRD0004" : field.key()).append('\n');
        } else if (word.equals("#")) {
            text.append('#').append(field.value()).append('\n');
        } else if (AXES.contains(word) && !layout.sameAxes()) {
            axes();
        } else if (word.equals("type") && !layout.sameType()) {
            line("type", typeName());
        } else if (word.equals("endian")) {
            endian(field);
        } else if (word.equals("encoding")) {
            encoding(field);
        } else if (!Set.of("datafile", "byteskip", "lineskip").contains(word)
                && (!word.equals("spaceunits") || layout.sameGrid())) {
            line(field);
        }
    }

    private void endian(HeaderField field) {
        if (layout.sameType()) {
            line(field);
            endianWritten = true;
        }
    }

    private void encoding(HeaderField field) {
        if (!endianWritten && layout.type().bytes() > 1) {
            line("endian", "little");
        }
        line("encoding", SegNrrd.isKeptEncoding(field.value()) ? field.value() : "gzip");
    }

    private String typeName() {
        return layout.type().bytes() == 1 ? "unsigned char" : "unsigned short";
    }

    private void axes() {
        if (axesWritten) {
            return;
        }
        axesWritten = true;
        boolean list = layout.layers() > 1;
        VoxelBox box = layout.box();
        line("dimension", list ? "4" : "3");
        line("space", layout.sameGrid() ? old.basic("space").orElseThrow() : "left-posterior-superior");
        line("sizes", (list ? layout.layers() + " " : "") + HeaderText.join(box.width(), box.height(), box.depth()));
        line("space directions", (list ? "none " : "") + directions());
        line("kinds", (list ? "list " : "") + "domain domain domain");
        line("space origin", origin());
    }

    private String directions() {
        if (layout.sameGrid()) {
            return old.basic("spacedirections").orElseThrow().replace("none", "").strip();
        }
        Geometry g = millimetres();
        StringBuilder vectors = new StringBuilder();
        for (int axis = 0; axis < 3; axis++) {
            double s = g.spacing(axis);
            vectors.append(axis == 0 ? "" : " ")
                    .append(HeaderText.vector(s * g.direction(axis, 0), s * g.direction(axis, 1),
                            s * g.direction(axis, 2)));
        }
        return vectors.toString();
    }

    private String origin() {
        if (layout.sameGrid()) {
            return old.basic("spaceorigin").orElseThrow();
        }
        double[] origin = millimetres().toWorld(layout.box().x0(), layout.box().y0(), layout.box().z0());
        return HeaderText.vector(origin[0], origin[1], origin[2]);
    }

    private Geometry millimetres() {
        return grid().inMillimetres().geometry();
    }

    private Grid grid() {
        return new Grid(segmentation.size(), segmentation.geometry());
    }

    private void inPlace(int n, HeaderField field, Map<String, String> open, boolean last) {
        segmentsWritten = true;
        String value = open.remove(SegHeader.suffix(field.key()));
        if (value != null) {
            custom(field.key(), value);
        }
        if (last) {
            open.forEach((key, rest) -> custom("Segment" + n + "_" + key, rest));
            open.clear();
        }
    }

    private Map<String, String> lines(int n) {
        return new SegmentLines(segmentation.segments().get(n), old.entries().get(n), layout).texts();
    }

    private void allSegments() {
        if (segmentsWritten) {
            return;
        }
        segmentsWritten = true;
        Map<String, SegmentEntry> entries = new LinkedHashMap<>();
        old.entries().forEach(e -> entries.putIfAbsent(e.text("ID").orElse(""), e));
        for (int n = 0; n < segmentation.segments().size(); n++) {
            Segment segment = segmentation.segments().get(n);
            String prefix = "Segment" + n + "_";
            new SegmentLines(segment, entries.get(segment.id()), layout).texts()
                    .forEach((key, value) -> custom(prefix + key, value));
        }
    }

    private void global(HeaderField field) {
        allSegments();
        switch (field.key().substring(GLOBAL.length())) {
            case "ReferenceImageExtentOffset" -> custom(field.key(),
                    layout.reference().equals(old.referenceOffset()) ? field.value() : offset());
            case "ConversionParameters" -> custom(field.key(), parameters(field.value()));
            case "Extent" -> {
                if (old.legacyOffset().isEmpty()) {
                    line(field);
                }
            }
            default -> line(field);
        }
    }

    private String offset() {
        return HeaderText.join(layout.reference().x(), layout.reference().y(), layout.reference().z());
    }

    private String parameters(String before) {
        boolean stays = unchanged()
                || ConversionParameters.reference(before).flatMap(r -> r.offsetIn(grid())).isPresent();
        return stays ? before : ConversionParameters.withReference(before, grid());
    }

    /** Whether the old lines about the grid of the file, or that there are none, still hold. */
    private boolean unchanged() {
        return layout.sameGrid() && old.isSegmentation();
    }

    private void missingGlobals() {
        if (unchanged()) {
            return;
        }
        if (!old.isSegmentation()) {
            custom(GLOBAL + "ContainedRepresentationNames", "Binary labelmap|");
        }
        if (old.global("ConversionParameters").isEmpty()) {
            custom(GLOBAL + "ConversionParameters", parameters(""));
        }
        if (!old.isSegmentation()) {
            custom(GLOBAL + "MasterRepresentation", "Binary labelmap");
        }
        if (old.global("ReferenceImageExtentOffset").isEmpty()) {
            custom(GLOBAL + "ReferenceImageExtentOffset", offset());
        }
    }

    private void line(HeaderField field) {
        if (field.custom()) {
            custom(field.key(), field.value());
        } else {
            line(field.key(), field.value());
        }
    }

    private void line(String key, String value) {
        text.append(key).append(": ").append(value).append('\n');
    }

    private void custom(String key, String value) {
        text.append(key).append(":=").append(value).append('\n');
    }
}
