package org.morphodepot.label.segnrrd;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.morphodepot.label.Blocks;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;

/** The segments that a header and its voxels describe. */
final class SegmentList {

    private static final int MOST = 65_535;
    /** Of a segment without a colour of its own. */
    static final SegmentColor GREY = new SegmentColor(0.5, 0.5, 0.5);

    private final List<Segment> segments = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<BitSet> labels = new ArrayList<>();

    private SegmentList(int layers) {
        for (int i = 0; i < layers; i++) {
            BitSet none = new BitSet();
            none.set(0);
            labels.add(none);
        }
    }

    /** Segments of the header; when it names none, as in a plain label map, one for each value. */
    static List<Segment> of(SegHeader header, List<LabelLayer> layers) {
        SegmentList list = new SegmentList(layers.size());
        for (SegmentEntry entry : header.entries()) {
            list.add(entry);
        }
        if (!header.isSegmentation()) {
            for (int layer = 0; layer < layers.size(); layer++) {
                list.addValues(layer, layers.get(layer));
            }
        }
        return list.segments;
    }

    private void add(SegmentEntry entry) {
        String id = unique(entry.text("ID").orElse(""));
        // Before layers were shared, segment N was layer N and its label 1
        int wanted = entry.integer("Layer").orElse(labels.size() == 1 ? 0 : entry.index());
        boolean known = wanted >= 0 && wanted < labels.size();
        int layer = known ? wanted : 0;
        int label = entry.integer("LabelValue").orElse(labels.size() == 1 ? entry.index() + 1 : 1);
        segments.add(new Segment(id, entry.text("Name").orElse(id), entry.color().orElse(GREY), layer,
                free(layer, known ? label : 0), entry.text("Tags").orElse(""), entry.others(), true, true, 1));
    }

    /** The label itself unless it cannot be or is taken: then the segment is empty and gets a free one. */
    private int free(int layer, int label) {
        BitSet taken = labels.get(layer);
        int free = label;
        if (label < 1 || label > MOST || taken.get(label)) {
            free = taken.length() <= MOST ? taken.length() : taken.nextClearBit(1);
        }
        taken.set(free);
        return free;
    }

    private String unique(String id) {
        String unique = id;
        for (int n = 1; !ids.add(unique); n++) {
            unique = id + "_" + n;
        }
        return unique;
    }

    private void addValues(int layer, LabelLayer voxels) {
        BitSet values = new BitSet();
        voxels.forEachBlock((bx, by, bz, block) -> {
            for (char label : Blocks.labels(block)) {
                values.set(label);
            }
            return true;
        });
        values.clear(0);
        values.stream().forEach(value -> {
            String name = labels.size() == 1 ? "Segment_" + value : "Segment_" + layer + "_" + value;
            segments.add(new Segment(name, name, colour(segments.size()), layer, value, "", List.of(), true, true, 1));
        });
    }

    /** Well separated hues, one after the other by the golden angle. */
    private static SegmentColor colour(int n) {
        double hue = n * 0.618033988749895 % 1 * 6;
        return new SegmentColor(channel(hue, 5), channel(hue, 3), channel(hue, 1));
    }

    private static double channel(double hue, int shift) {
        double k = (shift + hue) % 6;
        return Math.rint(255 * (0.9 - 0.6 * Math.clamp(Math.min(k, 4 - k), 0, 1))) / 255;
    }
}
