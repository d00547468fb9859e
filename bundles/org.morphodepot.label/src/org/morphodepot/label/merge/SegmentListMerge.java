package org.morphodepot.label.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.SegmentationDiff;

/** Merges the lists of segments by id: which there are, in which order, and how each is described. */
final class SegmentListMerge {

    private final Segmentation base;
    private final Segmentation ours;
    private final Segmentation theirs;
    private final List<Segment> merged = new ArrayList<>();
    /** Ids whose description both sides changed, or that one side removed and the other changed. */
    private final List<String> disputed = new ArrayList<>();

    SegmentListMerge(Segmentation base, Segmentation ours, Segmentation theirs) {
        this.base = base;
        this.ours = ours;
        this.theirs = theirs;
        Set<String> changedByUs = changed(ours);
        Set<String> changedByThem = changed(theirs);
        Map<String, Segment> inBase = byId(base);
        Map<String, Segment> inOurs = byId(ours);
        Map<String, Segment> inTheirs = byId(theirs);
        for (String id : order()) {
            Optional<Segment> b = Optional.ofNullable(inBase.get(id));
            Optional<Segment> o = Optional.ofNullable(inOurs.get(id));
            Optional<Segment> t = Optional.ofNullable(inTheirs.get(id));
            if (o.isPresent() && t.isPresent()) {
                merged.add(described(b, o.get(), t.get()));
            } else if (b.isEmpty()) {
                merged.add(o.or(() -> t).orElseThrow());
            } else if (o.isPresent() && changedByUs.contains(id) || t.isPresent() && changedByThem.contains(id)) {
                disputed.add(id);
                merged.add(o.or(() -> t).orElseThrow());
            }
        }
    }

    static Map<String, Segment> byId(Segmentation state) {
        Map<String, Segment> byId = HashMap.newHashMap(state.segments().size());
        state.segments().forEach(s -> byId.putIfAbsent(s.id(), s));
        return byId;
    }

    /** Places are those of our side, or of theirs where we do not have the segment. */
    List<Segment> merged() {
        return merged;
    }

    List<String> disputed() {
        return disputed;
    }

    /** Segments that one side changed, and did not remove. */
    private Set<String> changed(Segmentation side) {
        Set<String> ids = new LinkedHashSet<>();
        SegmentationDiff.between(base, side).forEach(d -> ids.add(d.segment().id()));
        return ids;
    }

    /** Theirs where only they changed the order, else ours with what is new at the end. */
    private Set<String> order() {
        boolean oursAsBefore = ids(ours).equals(ids(base));
        Set<String> order = new LinkedHashSet<>(ids(oursAsBefore ? theirs : ours));
        order.addAll(ids(oursAsBefore ? ours : theirs));
        return order;
    }

    private static List<String> ids(Segmentation side) {
        return side.segments().stream().map(Segment::id).toList();
    }

    private Segment described(Optional<Segment> b, Segment o, Segment t) {
        boolean[] clash = {false};
        Segment merged = o.withName(choose(b, o, t, Segment::name, clash))
                .withColor(choose(b, o, t, Segment::color, clash)).withTags(choose(b, o, t, Segment::tags, clash))
                .withFields(choose(b, o, t, Segment::fields, clash));
        if (clash[0]) {
            disputed.add(o.id());
        }
        return merged;
    }

    private static <T> T choose(Optional<Segment> base, Segment ours, Segment theirs, Function<Segment, T> part,
            boolean[] clash) {
        T o = part.apply(ours);
        T t = part.apply(theirs);
        T b = base.map(part).orElse(null);
        clash[0] |= !Objects.equals(o, t) && !Objects.equals(b, o) && !Objects.equals(b, t);
        return Objects.equals(b, o) ? t : o;
    }
}
