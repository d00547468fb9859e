package org.morphodepot.tasks.ui.active;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.eclipse.ui.IMemento;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.viewer.SliceCamera;
import org.morphodepot.viewer.SliceOrientation;
import org.morphodepot.viewer.ViewerState;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.VoxelSize;

/** Writes what a session shows into a memento, and shows it again. Numbers that do not fit the scan are left out. */
record ViewMemento(IMemento memento) {

    void save(Session session) {
        ViewerState view = session.view();
        putInts("crosshair", view.crosshair().x(), view.crosshair().y(), view.crosshair().z());
        memento.putString("range", view.range().low() + " " + view.range().high());
        memento.putString("opacity", Double.toString(view.labelOpacity()));
        memento.putBoolean("outlines", view.outlines());
        memento.putBoolean("labels", view.labelsShown());
        view.frame().ifPresent(b -> putInts("frame", b.x0(), b.y0(), b.z0(), b.x1(), b.y1(), b.z1()));
        view.cameras().forEach((orientation, camera) -> memento.createChild("camera", orientation.name())
                .putString("at", camera.centerRight() + " " + camera.centerDown() + " " + camera.zoom()));
        session.toolbox().active().ifPresent(tool -> memento.putString("tool", tool.id()));
        session.labelling().active().ifPresent(id -> memento.putString("segment", id));
        session.labelling().current().segments().stream().filter(segment -> !segment.visible())
                .forEach(segment -> memento.createChild("hidden", segment.id()));
    }

    private void putInts(String key, int... numbers) {
        StringBuilder text = new StringBuilder();
        for (int number : numbers) {
            text.append(text.isEmpty() ? "" : " ").append(number);
        }
        memento.putString(key, text.toString());
    }

    /** Throws {@link IllegalArgumentException} for what is not ours. */
    void restore(Session session) {
        session.update(view -> restored(view, session.scan().size()));
        Optional.ofNullable(memento.getString("tool")).filter(id -> session.toolbox().palette().tool(id).isPresent())
                .ifPresent(session.toolbox()::choose);
        Set<String> hidden = new HashSet<>();
        for (IMemento child : memento.getChildren("hidden")) {
            hidden.add(child.getID());
        }
        String selected = memento.getString("segment");
        session.change(labelling -> restore(labelling, hidden, selected));
    }

    private static void restore(Labelling labelling, Set<String> hidden, String selected) {
        Segmentation now = labelling.current();
        labelling.show(now.withSegments(now.segments().stream()
                .map(segment -> hidden.contains(segment.id()) ? segment.withVisible(false) : segment).toList()));
        if (selected != null && now.segments().stream().map(Segment::id).anyMatch(selected::equals)) {
            labelling.activate(selected);
        }
    }

    private ViewerState restored(ViewerState view, VoxelSize size) {
        double[] frame = numbers("frame", 6);
        ViewerState next = view.withFrame(frame == null ? Optional.empty() : Optional.of(box(frame)));
        double[] at = numbers("crosshair", 3);
        VoxelPoint point = at == null ? null : new VoxelPoint((int) at[0], (int) at[1], (int) at[2]);
        if (point != null && size.box().contains(point)) {
            next = next.withCrosshair(point);
        }
        double[] range = numbers("range", 2);
        if (range != null && range[0] < range[1]) {
            next = next.withRange(new DisplayRange(range[0], range[1]));
        }
        double[] opacity = numbers("opacity", 1);
        if (opacity != null) {
            next = next.withLabels(Math.clamp(opacity[0], 0, 1), Boolean.TRUE.equals(memento.getBoolean("outlines")),
                    Boolean.TRUE.equals(memento.getBoolean("labels")));
        }
        for (IMemento child : memento.getChildren("camera")) {
            double[] camera = numbers(3, child.getString("at"));
            if (camera != null && camera[2] > 0) {
                next = next.withCamera(SliceOrientation.valueOf(child.getID()),
                        new SliceCamera(camera[0], camera[1], camera[2]));
            }
        }
        return next;
    }

    private static VoxelBox box(double[] v) {
        return new VoxelBox((int) v[0], (int) v[1], (int) v[2], (int) v[3], (int) v[4], (int) v[5]);
    }

    private double[] numbers(String key, int count) {
        return numbers(count, memento.getString(key));
    }

    private static double[] numbers(int count, String text) {
        if (text == null || text.split(" ").length != count) {
            return null;
        }
        double[] all = new double[count];
        String[] words = text.split(" ");
        for (int i = 0; i < count; i++) {
            all[i] = Double.parseDouble(words[i]);
            if (!Double.isFinite(all[i])) {
                return null;
            }
        }
        return all;
    }
}
