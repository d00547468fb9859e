package org.morphodepot.work.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;

/**
 * Which segment of the base is which of the contribution: by id, since segments copied from a baseline keep theirs; what is
 * left over, by a name that only one has on each side. A pair has a number from 1; 0 is background and labels of no segment.
 */
final class SegmentPairs {

    /** A structure in both, or in one of them. */
    record Pair(Optional<Segment> before, Optional<Segment> after) {
    }

    private final List<Pair> pairs = new ArrayList<>();
    private final List<int[]> before;
    private final List<int[]> after;

    SegmentPairs(Segmentation base, Segmentation contribution) {
        Map<String, Segment> old = new LinkedHashMap<>();
        base.segments().forEach(segment -> old.put(segment.id(), segment));
        Map<String, Segment> same = new LinkedHashMap<>();
        contribution.segments().forEach(segment -> Optional.ofNullable(old.remove(segment.id()))
                .ifPresent(match -> same.put(segment.id(), match)));
        Map<String, Segment> byName = onlyOnes(List.copyOf(old.values()));
        Map<String, Segment> newcomers = onlyOnes(contribution.segments().stream()
                .filter(segment -> !same.containsKey(segment.id())).toList());
        for (Segment segment : contribution.segments()) {
            Segment match = same.get(segment.id());
            if (match == null && newcomers.get(segment.name()) == segment) {
                match = byName.get(segment.name());
            }
            Optional.ofNullable(match).ifPresent(found -> old.remove(found.id()));
            pairs.add(new Pair(Optional.ofNullable(match), Optional.of(segment)));
        }
        old.values().forEach(gone -> pairs.add(new Pair(Optional.of(gone), Optional.empty())));
        before = numbers(base, Pair::before);
        after = numbers(contribution, Pair::after);
    }

    private static Map<String, Segment> onlyOnes(List<Segment> segments) {
        return segments.stream().collect(Collectors.groupingBy(Segment::name)).entrySet().stream()
                .filter(e -> e.getValue().size() == 1).collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getFirst()));
    }

    private List<int[]> numbers(Segmentation state, Function<Pair, Optional<Segment>> side) {
        List<int[]> byLayer = new ArrayList<>();
        state.layers().forEach(_ -> byLayer.add(new int[Character.MAX_VALUE + 1]));
        for (int i = 0; i < pairs.size(); i++) {
            Optional<Segment> segment = side.apply(pairs.get(i)).filter(s -> s.layer() < byLayer.size());
            if (segment.isPresent()) {
                byLayer.get(segment.get().layer())[segment.get().label()] = i + 1;
            }
        }
        return byLayer;
    }

    /** In the order of the contribution, then those that are gone. */
    List<Pair> all() {
        return pairs;
    }

    /** The pair of a number from 1. */
    Pair get(int number) {
        return pairs.get(number - 1);
    }

    /** Of each layer of the base, the number of the pair by label. */
    List<int[]> before() {
        return before;
    }

    /** Of each layer of the contribution, the number of the pair by label. */
    List<int[]> after() {
        return after;
    }

    /**
     * Whether no label means different structures before and after, so that equal blocks hold no difference. A label that
     * only one side has a segment for does not count: where it is on both sides nobody painted.
     */
    boolean keepPlaces() {
        for (int layer = 0; layer < Math.min(before.size(), after.size()); layer++) {
            for (int label = 0; label <= Character.MAX_VALUE; label++) {
                int one = before.get(layer)[label];
                int other = after.get(layer)[label];
                if (one != other && one > 0 && other > 0) {
                    return false;
                }
            }
        }
        return before.size() == after.size() && pairs.stream().allMatch(SegmentPairs::stays);
    }

    private static boolean stays(Pair pair) {
        return pair.before().isEmpty() || pair.after().isEmpty()
                || pair.before().get().layer() == pair.after().get().layer()
                        && pair.before().get().label() == pair.after().get().label();
    }
}
