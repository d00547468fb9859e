package org.morphodepot.app.practice;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.ui.PlatformUI;
import org.morphodepot.label.Segment;
import org.morphodepot.label.tool.BrushSize;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tool.StrokePoint;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;

/** Paints a structure of the computed specimen roughly, with strokes of the brush: for people who want to see the rest. */
final class PaintForMe {

    /** Strokes of one structure; voxels, diameter in voxels. */
    private record Strokes(String segment, double diameter, List<StrokePoint> points) {
    }

    private static final int AXIAL = 2;

    private static final Map<Integer, List<Strokes>> BY_ISSUE = Map.of(
            1, List.of(new Strokes("left eye", 10, List.of(new StrokePoint(16, 24, 41, AXIAL))),
                    new Strokes("right eye", 10, List.of(new StrokePoint(16, 48, 41, AXIAL)))),
            3, List.of(new Strokes("jaw", 5, List.of(new StrokePoint(10, 39, 15, AXIAL), new StrokePoint(38, 49, 15, AXIAL))),
                    new Strokes("jaw", 5, List.of(new StrokePoint(10, 33, 15, AXIAL), new StrokePoint(38, 23, 15, AXIAL)))));

    private PaintForMe() {
    }

    /** In the session in front; nothing happens for other tasks. */
    static void inFront(int issue) {
        Sessions sessions = PlatformUI.getWorkbench().getService(IEclipseContext.class).get(Sessions.class);
        Optional<Session> session = sessions.active();
        session.ifPresent(now -> BY_ISSUE.getOrDefault(issue, List.of()).forEach(strokes -> paint(now, strokes)));
    }

    private static void paint(Session session, Strokes strokes) {
        Settings settings = new Settings(Map.of(BrushSize.DIAMETER, Double.toString(strokes.diameter()),
                BrushSize.SHAPE, "sphere"));
        session.change(labelling -> {
            labelling.current().segments().stream().filter(segment -> segment.name().equals(strokes.segment())).findFirst()
                    .map(Segment::id).ifPresent(labelling::activate);
            session.toolbox().configure("brush", settings);
        });
        session.toolbox().choose("brush");
        session.toolbox().active().ifPresent(brush -> {
            session.toolbox().press(brush, strokes.points().getFirst());
            strokes.points().stream().skip(1).forEach(session.toolbox()::drag);
            session.toolbox().lift();
        });
    }
}
