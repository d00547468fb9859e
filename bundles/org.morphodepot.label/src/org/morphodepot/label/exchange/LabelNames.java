package org.morphodepot.label.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.HeaderField;

/**
 * Names and colours of the numbers of a label map, as formats that know them have them in their fields: the key is
 * {@code label 3}, the value {@code #f1d691 femur}.
 */
final class LabelNames {

    private static final Pattern KEY = Pattern.compile("label (\\d{1,5})");
    private static final Pattern VALUE = Pattern.compile("#([0-9a-f]{6})(?: (.*))?", Pattern.DOTALL);

    private LabelNames() {
    }

    static HeaderField field(int number, Segment segment) {
        String color = String.format("#%06x", segment.color().argb() & 0xffffff);
        return new HeaderField("label " + number, color + " " + segment.name(), true);
    }

    /** Segments with the names and colours of the fields, where there are any for their numbers. */
    static Segmentation apply(List<HeaderField> fields, Segmentation read) {
        Map<Integer, Matcher> byNumber = new HashMap<>();
        for (HeaderField field : fields) {
            Matcher key = KEY.matcher(field.key());
            Matcher value = VALUE.matcher(field.value());
            if (key.matches() && value.matches()) {
                byNumber.putIfAbsent(Integer.parseInt(key.group(1)), value);
            }
        }
        List<Segment> named = read.segments().stream()
                .map(s -> byNumber.containsKey(s.label()) ? named(s, byNumber.get(s.label())) : s).toList();
        return new Segmentation(read.size(), read.geometry(), named, read.layers(), read.fields());
    }

    /** The id stays that of an unnamed value, so that an import gives it a new one. */
    private static Segment named(Segment s, Matcher value) {
        String name = value.group(2) == null || value.group(2).isBlank() ? s.name() : value.group(2);
        return new Segment(name, name, SegmentColor.ofRgb(Integer.parseInt(value.group(1), 16)), s.layer(), s.label(), s.tags(),
                s.fields(), s.visible(), s.locked(), s.opacity());
    }
}
