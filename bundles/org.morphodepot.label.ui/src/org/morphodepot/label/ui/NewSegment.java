package org.morphodepot.label.ui;

import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.Segmentation;
import org.morphodepot.viewer.session.Session;

/** Adds a segment with a free name and a colour unlike its neighbours, and makes it the active one. */
final class NewSegment {

    /** Golden angle: consecutive hues stay far apart however many there are. */
    private static final double HUE_STEP = 0.618033988749895;

    private NewSegment() {
    }

    static void add(Session session) {
        session.change(labelling -> {
            Segmentation now = labelling.current();
            int number = now.segments().size() + 1;
            labelling.apply(SegmentEdits.add(now, name(now, number), color(number), ""));
            Segment added = labelling.current().segments().getLast();
            labelling.activate(added.id());
        });
    }

    private static String name(Segmentation now, int first) {
        for (int number = first;; number++) {
            String name = "Segment " + number;
            if (now.segments().stream().noneMatch(s -> s.name().equals(name))) {
                return name;
            }
        }
    }

    private static SegmentColor color(int number) {
        double hue = number * HUE_STEP % 1;
        return hsv(hue, 0.62, 0.95);
    }

    private static SegmentColor hsv(double hue, double saturation, double value) {
        return new SegmentColor(channel(5, hue, saturation, value), channel(3, hue, saturation, value),
                channel(1, hue, saturation, value));
    }

    private static double channel(int n, double hue, double saturation, double value) {
        double k = (n + hue * 6) % 6;
        return value - value * saturation * Math.max(0, Math.min(Math.min(k, 4 - k), 1));
    }
}
