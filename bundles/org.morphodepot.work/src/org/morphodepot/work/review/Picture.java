package org.morphodepot.work.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.Segmentation;
import org.morphodepot.work.review.Spot.Kind;

/**
 * One segmentation to look at a comparison with: the contribution's segments with their ids, those of the base and the
 * difference above them as further layers. Which of them is seen is a matter of {@link #showing}, and no edit.
 */
public final class Picture {

    private static final String DIFFERENCE = "difference-";
    private static final String BEFORE = "before-";
    private static final int[] COLORS = {0x35c46a, 0xf0524f, 0xf2b233};

    /** What of a comparison is seen. */
    public enum Shown {
        BASE, CONTRIBUTION, DIFFERENCE
    }

    private Picture() {
    }

    /** The picture of a comparison, showing the difference over the contribution. */
    public static Segmentation of(Comparison comparison) {
        Segmentation base = comparison.base();
        Segmentation contribution = comparison.contribution();
        Set<String> taken = new HashSet<>();
        List<LabelLayer> layers = new ArrayList<>(contribution.layers());
        List<Segment> segments = new ArrayList<>();
        int top = layers.size() + base.layers().size();
        for (Kind kind : Kind.values()) {
            segments.add(free(taken, new Segment(DIFFERENCE + kind.name().toLowerCase(Locale.ROOT), name(kind),
                    SegmentColor.ofRgb(COLORS[kind.ordinal()]), top, kind.label(), "", List.of(), true, true, 1)));
        }
        contribution.segments().forEach(segment -> segments.add(free(taken, segment)));
        for (Segment segment : base.segments()) {
            segments.add(free(taken, renamed(segment, BEFORE + segment.id(), segment.name() + " (before)")
                    .withPlace(segment.layer() + layers.size(), segment.label()).withVisible(false)));
        }
        layers.addAll(base.layers());
        layers.add(comparison.difference());
        return showing(contribution.withSegments(segments).withLayers(layers), Set.of(Shown.CONTRIBUTION, Shown.DIFFERENCE));
    }

    private static Segment renamed(Segment segment, String id, String name) {
        return new Segment(id, name, segment.color(), segment.layer(), segment.label(), segment.tags(), segment.fields(),
                segment.visible(), segment.locked(), segment.opacity());
    }

    /** Ids are unique in a file, whatever a contribution calls its segments. */
    private static Segment free(Set<String> taken, Segment segment) {
        String id = segment.id();
        while (!taken.add(id)) {
            id += "_1";
        }
        return renamed(segment, id, segment.name());
    }

    /** The words for a kind of difference. */
    public static String name(Kind kind) {
        return switch (kind) {
            case ADDED -> "Added";
            case REMOVED -> "Removed";
            case CHANGED -> "Changed";
        };
    }

    /** Of which part of the picture a segment is. */
    public static Shown part(Segment segment) {
        return segment.id().startsWith(DIFFERENCE) ? Shown.DIFFERENCE
                : segment.id().startsWith(BEFORE) ? Shown.BASE : Shown.CONTRIBUTION;
    }

    /** The picture with these parts seen; the fills under a shown difference are faint. */
    public static Segmentation showing(Segmentation picture, Set<Shown> parts) {
        boolean faint = parts.contains(Shown.DIFFERENCE);
        return picture.withSegments(picture.segments().stream().map(segment -> segment
                .withVisible(parts.contains(part(segment)))
                .withOpacity(faint && part(segment) != Shown.DIFFERENCE ? 0.45 : 1)).toList());
    }

    /** Which parts are seen: those with a visible segment. */
    public static Set<Shown> shown(Segmentation picture) {
        Set<Shown> parts = new HashSet<>();
        picture.segments().stream().filter(Segment::visible).forEach(segment -> parts.add(part(segment)));
        return parts;
    }
}
