package org.morphodepot.label.segnrrd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.morphodepot.label.SegmentColor;
import org.morphodepot.volume.HeaderField;

/** The fields of one segment in a header, keys without the {@code SegmentN_} prefix, texts as written. */
final class SegmentEntry {

    /** Keys that {@link org.morphodepot.label.Segment} models; all others are kept as they are. */
    static final Set<String> MODELLED = Set.of("ID", "Name", "Color", "Layer", "LabelValue", "Extent", "Tags");

    private final int index;
    private final Map<String, String> raw = new LinkedHashMap<>();

    SegmentEntry(int index) {
        this.index = index;
    }

    /** N. */
    int index() {
        return index;
    }

    /** The first value of a key counts. */
    void put(String key, String value) {
        raw.putIfAbsent(key, value);
    }

    /** Keys in file order. */
    Set<String> keys() {
        return raw.keySet();
    }

    /** The text as written. */
    Optional<String> raw(String key) {
        return Optional.ofNullable(raw.get(key));
    }

    Optional<String> text(String key) {
        return raw(key).map(HeaderText::unescaped);
    }

    Optional<Integer> integer(String key) {
        return raw(key).flatMap(t -> HeaderText.integers(t, 1)).map(n -> n[0]);
    }

    Optional<int[]> extent() {
        return raw("Extent").flatMap(t -> HeaderText.integers(t, 6));
    }

    /** The colour; very old files call it the default colour. */
    Optional<SegmentColor> color() {
        return raw("Color").or(() -> raw("DefaultColor")).flatMap(HeaderText::numbers)
                .filter(n -> n.length == 3 && inRange(n)).map(n -> new SegmentColor(n[0], n[1], n[2]));
    }

    /** Fields that are kept without being understood. */
    List<HeaderField> others() {
        List<HeaderField> others = new ArrayList<>();
        raw.forEach((key, value) -> {
            if (!MODELLED.contains(key)) {
                others.add(new HeaderField(key, value, true));
            }
        });
        return others;
    }

    private static boolean inRange(double[] numbers) {
        for (double n : numbers) {
            if (!(n >= 0 && n <= 1)) {
                return false;
            }
        }
        return true;
    }
}
