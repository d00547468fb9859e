package org.morphodepot.volume.nrrd.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.LengthUnit;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.io.LenientUtf8;

/**
 * The attached header of a file to be written. Data that came from an NRRD file keeps its header lines except for those
 * that say how and where the values are stored; other data gets a header as 3D Slicer writes it. Slicer takes every
 * number for millimetres, so known units of length are converted; an unknown one is kept with its numbers.
 */
public final class WrittenHeader {

    private static final Set<FieldName> STORAGE = Set.of(FieldName.ENCODING, FieldName.ENDIAN, FieldName.DATA_FILE,
            FieldName.LINE_SKIP, FieldName.BYTE_SKIP, FieldName.BLOCK_SIZE);
    private static final int MOST_SPATIAL = 3;

    private final DatasetInfo info;
    private final VoxelType type;
    private final String encoding;
    private final List<HeaderField> lines = new ArrayList<>();

    private WrittenHeader(DatasetInfo info, VoxelType type, Encoding encoding) {
        this.info = info;
        this.type = type;
        this.encoding = encoding.word();
    }

    /** The header's bytes, the blank line at its end included, for little-endian values of {@code type}. */
    public static byte[] of(DatasetInfo info, VoxelType type, Encoding encoding) {
        WrittenHeader header = new WrittenHeader(info, type, encoding);
        if (header.cameFromNrrd()) {
            header.keepLines();
        } else {
            header.describe();
        }
        return header.bytes();
    }

    /** Whether the fields of the data describe these values, not those of an unlike source. */
    private boolean cameFromNrrd() {
        return value(FieldName.SIZES).filter(sizes()::equals).isPresent()
                && value(FieldName.TYPE).flatMap(ScalarType::of).filter(type::equals).isPresent();
    }

    private Optional<String> value(FieldName name) {
        return info.fields().stream().filter(f -> !f.custom() && FieldName.of(f.key()).equals(Optional.of(name)))
                .map(f -> f.value().strip().replaceAll("\\s+", " ")).findFirst();
    }

    private void keepLines() {
        for (HeaderField field : info.fields()) {
            if (!field.custom() && field.key().startsWith("NRRD")) {
                continue; // the first line, which is written anew
            }
            Optional<FieldName> name = field.custom() ? Optional.empty() : FieldName.of(field.key());
            if (name.isEmpty() || !STORAGE.contains(name.get())) {
                lines.add(field);
            } else if (name.get() == FieldName.ENCODING) {
                storage();
            }
        }
    }

    private void describe() {
        add("#", " Complete NRRD file format specification at:");
        add("#", " http://teem.sourceforge.net/nrrd/format.html");
        add(FieldName.TYPE, ScalarType.word(type));
        add(FieldName.DIMENSION, Integer.toString(info.size().size()));
        Optional<Geometry> geometry = info.geometry().filter(g -> spatial().size() == MOST_SPATIAL)
                .map(g -> LengthUnit.known(g.unit()).isPresent() ? g.inMillimetres() : g);
        geometry.ifPresent(_ -> add(FieldName.SPACE, "left-posterior-superior"));
        add(FieldName.SIZES, sizes());
        geometry.ifPresent(g -> add(FieldName.SPACE_DIRECTIONS, directions(g)));
        kinds().ifPresent(kinds -> add(FieldName.KINDS, kinds));
        storage();
        geometry.filter(g -> !g.unit().isEmpty()).ifPresent(g -> add(FieldName.SPACE_UNITS, units(g.unit())));
        geometry.ifPresent(g -> add(FieldName.SPACE_ORIGIN, vector(g.origin(), 0, 1)));
    }

    private void storage() {
        if (type.bytes() > 1) {
            add(FieldName.ENDIAN, "little");
        }
        add(FieldName.ENCODING, encoding);
    }

    private void add(FieldName name, String value) {
        add(name.text(), value);
    }

    private void add(String key, String value) {
        lines.add(new HeaderField(key, value, false));
    }

    private byte[] bytes() {
        boolean framed = value(FieldName.MEASUREMENT_FRAME).isPresent();
        StringBuilder text = new StringBuilder(framed ? "NRRD0005\n" : "NRRD0004\n");
        lines.forEach(line -> text.append(HeaderLine.text(line)).append('\n'));
        return LenientUtf8.encode(text.append('\n').toString());
    }

    private String sizes() {
        return info.size().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** Positions of x, y and z; data of three axes without names is taken to be in that order. */
    private List<Integer> spatial() {
        List<Integer> axes = new ArrayList<>();
        for (String name : List.of("x", "y", "z")) {
            int axis = names().indexOf(name);
            if (axis >= 0) {
                axes.add(axis);
            }
        }
        return axes.isEmpty() && info.size().size() == MOST_SPATIAL ? List.of(0, 1, 2) : axes;
    }

    private List<String> names() {
        boolean complete = info.axes().size() == info.size().size();
        return complete ? info.axes().stream().map(n -> n.toLowerCase(Locale.ROOT)).toList() : List.of();
    }

    private String directions(Geometry geometry) {
        List<String> vectors = new ArrayList<>();
        double[] directions = geometry.directions();
        for (int axis = 0; axis < info.size().size(); axis++) {
            int i = spatial().indexOf(axis);
            vectors.add(i < 0 ? "none" : vector(directions, 3 * i, geometry.spacing(i)));
        }
        return String.join(" ", vectors);
    }

    private Optional<String> kinds() {
        List<Integer> spatial = spatial();
        if (spatial.isEmpty()) {
            return Optional.empty();
        }
        List<String> kinds = new ArrayList<>();
        for (int axis = 0; axis < info.size().size(); axis++) {
            boolean time = !names().isEmpty() && names().get(axis).matches("t|time");
            kinds.add(spatial.contains(axis) ? "domain" : time ? "time" : "list");
        }
        return Optional.of(String.join(" ", kinds));
    }

    private static String units(String unit) {
        String quoted = '"' + unit.replaceAll("[\"\\\\\\p{Cntrl}]", "") + '"';
        return quoted + ' ' + quoted + ' ' + quoted;
    }

    private static String vector(double[] values, int from, double scale) {
        return "(" + number(values[from] * scale) + ',' + number(values[from + 1] * scale) + ','
                + number(values[from + 2] * scale) + ')';
    }

    /** All digits a double has, without a useless fraction or the sign of zero. */
    private static String number(double value) {
        String text = Double.toString(value + 0.0);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
