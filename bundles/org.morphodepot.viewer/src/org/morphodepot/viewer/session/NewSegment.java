package org.morphodepot.viewer.session;

import java.util.stream.IntStream;

import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.Segmentation;

/** A segment that nobody described yet: it gets a free name and a colour unlike those before it. */
final class NewSegment {

    /** Golden angle: hues of consecutive numbers stay far apart, however many there are. */
    private static final double HUE_STEP = 0.618033988749895;

    private NewSegment() {
    }

    /** Adds one and makes it the segment that tools paint. */
    static Segment addTo(Labelling labelling) {
        Segmentation now = labelling.current();
        int number = IntStream.iterate(now.segments().size() + 1, n -> n + 1)
                .filter(n -> isFree(now, name(n))).findFirst().orElseThrow();
        labelling.apply(SegmentEdits.add(now, name(number), color(number), ""));
        Segment added = labelling.current().segments().getLast();
        labelling.activate(added.id());
        return added;
    }

    private static String name(int number) {
        return "Segment " + number;
    }

    private static boolean isFree(Segmentation now, String name) {
        return now.segments().stream().noneMatch(segment -> segment.name().equals(name));
    }

    private static SegmentColor color(int number) {
        double hue = number * HUE_STEP % 1;
        return new SegmentColor(channel(hue), channel(hue + 2 / 3.0), channel(hue + 1 / 3.0));
    }

    /** One channel of a bright colour, neither too dark for a dark scan nor white. */
    private static double channel(double phase) {
        double wave = Math.clamp(Math.abs(phase % 1 * 6 - 3) - 1, 0, 1);
        return 0.25 + 0.7 * wave;
    }
}
