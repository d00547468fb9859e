package org.morphodepot.label.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.morphodepot.label.Segment;
import org.morphodepot.viewer.Lengths;
import org.morphodepot.viewer.Picking;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.VoxelPoint;

/** What is under the pointer, or at the crosshair while the pointer is elsewhere, as rows for people. */
final class PointerFacts {

    private PointerFacts() {
    }

    static Map<String, String> of(Session session) {
        VoxelPoint voxel = session.pointer().orElse(session.view().crosshair());
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(session.pointer().isPresent() ? "Voxel at pointer" : "Voxel at crosshair",
                voxel.x() + ", " + voxel.y() + ", " + voxel.z());
        rows.put("Position", position(session, voxel));
        rows.put("Value", Picking.value(session.volume(), key -> session.cache().peek(session.volume(), key), voxel)
                .map(PointerFacts::value).orElse("loading…"));
        session.scan().channelName().ifPresent(name -> rows.put("Channel", name));
        List<Segment> segments = Picking.segments(session.labelling().current(), voxel);
        rows.put("Segment", segments.isEmpty() ? "none"
                : segments.stream().map(Segment::name).collect(Collectors.joining(", ")));
        return rows;
    }

    private static String position(Session session, VoxelPoint voxel) {
        double[] p = session.volume().geometry().toWorld(voxel.x(), voxel.y(), voxel.z());
        double mm = Lengths.millimetres(session.volume().geometry().unit());
        return String.format(Locale.ROOT, "L %.4g, P %.4g, S %.4g mm", p[0] * mm, p[1] * mm, p[2] * mm);
    }

    private static String value(Picking.Value value) {
        String number = value.value() == Math.rint(value.value()) && Math.abs(value.value()) < 1e15
                ? Long.toString((long) value.value()) : String.format(Locale.ROOT, "%.6g", value.value());
        return value.level() == 0 ? number : "about " + number;
    }
}
