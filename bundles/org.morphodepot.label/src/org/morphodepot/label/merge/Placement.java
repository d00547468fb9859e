package org.morphodepot.label.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;

/**
 * Gives merged segments their layers and labels. Two segments share a layer only when they share one in every state that
 * has both, so that overlaps are never lost; apart from that all keep their place where they can.
 */
final class Placement {

    /** No member of the layer is in this state yet. */
    private static final int ANY = -1;

    private final List<Map<String, Segment>> states;
    private final List<Room> rooms = new ArrayList<>();
    private final Map<String, Segment> placed = new HashMap<>();

    /** A layer of the merged segmentation: the labels it has, and the layer of each state that its segments come from. */
    private static final class Room {

        private final BitSet labels = new BitSet();
        private final int[] sources;

        Room(int states) {
            sources = new int[states];
            Arrays.fill(sources, ANY);
            labels.set(0);
        }
    }

    private Placement(List<Map<String, Segment>> states, int layers) {
        this.states = states;
        for (int i = 0; i < layers; i++) {
            rooms.add(new Room(states.size()));
        }
    }

    /**
     * The segments with their new places, in their order.
     *
     * @param states the first one's places are kept where others allow it
     */
    static List<Segment> of(List<Segment> merged, List<Segmentation> states) {
        List<Map<String, Segment>> byId = states.stream().map(SegmentListMerge::byId).toList();
        Placement placement = new Placement(byId, states.getFirst().layers().size());
        merged.stream().filter(s -> byId.getFirst().containsKey(s.id())).forEach(placement::place);
        merged.stream().filter(s -> !byId.getFirst().containsKey(s.id())).forEach(placement::place);
        return merged.stream().map(s -> placement.placed.get(s.id())).toList();
    }

    private void place(Segment segment) {
        int layer = layer(segment);
        Room room = rooms.get(layer);
        int label = room.labels.get(segment.label()) ? room.labels.nextClearBit(1) : segment.label();
        room.labels.set(label);
        for (int i = 0; i < states.size(); i++) {
            Segment here = states.get(i).get(segment.id());
            room.sources[i] = here == null ? room.sources[i] : here.layer();
        }
        placed.put(segment.id(), segment.withPlace(layer, label));
    }

    private int layer(Segment segment) {
        if (segment.layer() < rooms.size() && fits(segment, rooms.get(segment.layer()))) {
            return segment.layer();
        }
        for (int i = 0; i < rooms.size(); i++) {
            if (fits(segment, rooms.get(i))) {
                return i;
            }
        }
        rooms.add(new Room(states.size()));
        return rooms.size() - 1;
    }

    private boolean fits(Segment segment, Room room) {
        boolean fits = room.labels.cardinality() <= Character.MAX_VALUE;
        for (int i = 0; i < states.size(); i++) {
            Segment here = states.get(i).get(segment.id());
            fits &= here == null || room.sources[i] == ANY || room.sources[i] == here.layer();
        }
        return fits;
    }
}
