package org.morphodepot.viewer.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.MaskRule;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tool.StrokePoint;
import org.morphodepot.viewer.FakeVolume;
import org.morphodepot.viewer.Histogram;
import org.morphodepot.viewer.Marks;
import org.morphodepot.viewer.SliceCamera;
import org.morphodepot.viewer.SliceOrientation;
import org.morphodepot.viewer.SliceScene;
import org.morphodepot.viewer.ViewerState;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.cache.ChunkCache;

class SessionTest {

    private static final VoxelSize SIZE = new VoxelSize(64, 64, 64);
    private static final Geometry GEOMETRY = Geometry.of(1, 1, 1, "mm");

    private final ChunkCache cache = new ChunkCache(1 << 20);
    private final ToolPalette palette = new ToolPalette();
    private final FakeBrush brush = new FakeBrush();
    private final Listener listener = new Listener();
    private FakeVolume volume;
    private Session session;

    @BeforeEach
    void open() {
        palette.addStrokeTool(brush, Map.of("tool.id", "brush", "tool.label", "Paint"));
        palette.addEffect(new FakeEffect(), Map.of("tool.id", "threshold", "tool.label", "Threshold"));
        volume = new FakeVolume(SIZE, 16, 1, GEOMETRY, (l, x, y, z) -> x + 100 * y);
        ViewerState view = new ViewerState(new VoxelPoint(1, 2, 3), new DisplayRange(10, 20), Map.of(), 0.5, true, true,
                true, true);
        session = new Session(new Scan(Address.of("/data/skull.nrrd"), null, volume, false), cache,
                new Labelling(Segmentation.empty(SIZE, GEOMETRY)), palette, view,
                Histogram.of(new float[] {100, 200}, 10), Optional.empty());
        session.addListener(listener);
    }

    @AfterEach
    void close() throws Exception {
        session.close();
        cache.close();
        assertTrue(volume.isClosed());
    }

    private void addSegment() {
        session.change(labelling -> labelling.apply(SegmentEdits.add(labelling.current(), "bone",
                SegmentColor.ofRgb(0xff0000), ""))).join();
    }

    private void settle() {
        session.change(labelling -> { }).join();
        session.change(labelling -> { }).join();
    }

    @Test
    void look_atAPlaceWithAZoom_isTheZoomToldToOthers() {
        VoxelPoint focus = new VoxelPoint(20, 30, 40);
        Look.at(session, VoxelBox.at(focus), focus, OptionalDouble.of(12.5));
        assertEquals(focus, session.view().crosshair());
        assertEquals(OptionalDouble.of(12.5), Look.zoom(session));
        Look.at(session, new VoxelBox(10, 10, 10, 20, 20, 20));
        assertEquals(new VoxelPoint(15, 15, 15), session.view().crosshair());
        assertEquals(OptionalDouble.empty(), Look.zoom(session));
    }

    @Test
    void look_outsideOfTheScan_changesNothing() {
        ViewerState before = session.view();
        Look.at(session, new VoxelBox(100, 100, 100, 120, 120, 120));
        Look.at(session, new VoxelBox(0, 0, 0, 120, 120, 120), new VoxelPoint(110, 0, 0), OptionalDouble.empty());
        assertEquals(before, session.view());
    }

    @Test
    void update_tellsOldAndNew() {
        session.update(view -> view.withCrosshair(new VoxelPoint(9, 9, 9)));
        session.update(view -> view);
        assertEquals(List.of("view (1, 2, 3) -> (9, 9, 9)"), listener.heard);
    }

    @Test
    void stroke_isPreviewedThenApplied() {
        addSegment();
        session.toolbox().choose("brush");
        session.toolbox().press(new StrokePoint(3, 0, 0, 2));
        session.toolbox().drag(new StrokePoint(5, 0, 0, 2));
        settle();
        Marks marks = session.toolbox().stroke().orElseThrow();
        boolean[] row = new boolean[4];
        assertTrue(marks.row(0, 0, 0, 0, new int[] {2, 3, 4, 5}, 0, 4, row));
        assertTrue(!row[0] && row[1] && !row[2] && row[3]);
        assertFalse(marks.row(0, 0, 7, 0, new int[] {3}, 0, 1, row), "another row");
        session.toolbox().lift().join();
        assertTrue(session.toolbox().stroke().isEmpty());
        assertEquals(1, session.labelling().current().layers().getFirst().label(1, 1, 1));
        session.undo().join();
        assertEquals(0, session.labelling().current().layers().getFirst().label(1, 1, 1));
        session.redo().join();
        assertEquals(1, session.labelling().current().layers().getFirst().label(1, 1, 1));
    }

    @Test
    void abandonedStroke_changesNothing() {
        addSegment();
        session.toolbox().choose("brush");
        session.toolbox().press(new StrokePoint(3, 0, 0, 2));
        session.toolbox().abandon();
        session.toolbox().lift().join();
        assertEquals(1, session.labelling().position(), "only the segment was added");
    }

    @Test
    void firstStroke_addsASegment() {
        session.toolbox().choose("brush");
        session.toolbox().press(new StrokePoint(3, 0, 0, 2));
        session.toolbox().lift().join();
        List<Segment> segments = session.labelling().current().segments();
        assertEquals(List.of("Segment 1"), segments.stream().map(Segment::name).toList());
        assertEquals(2, session.labelling().position());
    }

    @Test
    void addSegment_choosesAFreeNameAndActivatesIt() {
        session.addSegment().join();
        Segment second = session.addSegment().join();
        String first = session.labelling().current().segments().getFirst().id();
        session.change(labelling -> labelling.apply(SegmentEdits.remove(labelling.current(), List.of(first)))).join();
        assertEquals("Segment 2", second.name());
        assertEquals(Optional.of(second.id()), session.labelling().active());
        assertEquals("Segment 3", session.addSegment().join().name());
    }

    @Test
    void failedStroke_isToldAndTheNextOneWorks() {
        addSegment();
        session.toolbox().choose("brush");
        brush.fails = true;
        session.toolbox().press(new StrokePoint(3, 0, 0, 2));
        assertThrows(CompletionException.class, session.toolbox().lift()::join);
        assertTrue(listener.heard.contains("failed the scan cannot be read"), listener.heard.toString());
        brush.fails = false;
        session.toolbox().press(new StrokePoint(3, 0, 0, 2));
        session.toolbox().lift().join();
        assertEquals(2, session.labelling().position());
    }

    @Test
    void tools_toggleAndSwap() {
        Toolbox tools = session.toolbox();
        tools.toggle("brush");
        assertEquals("brush", tools.active().orElseThrow().id());
        tools.swap();
        assertTrue(tools.active().isEmpty());
        tools.swap();
        assertEquals("brush", tools.active().orElseThrow().id());
        tools.toggle("brush");
        assertTrue(tools.active().isEmpty());
        tools.choose("brush");
        palette.removeStrokeTool(brush);
        assertTrue(tools.active().isEmpty(), "an uninstalled tool is no tool");
    }

    @Test
    void preview_followsTheSettings() {
        addSegment();
        session.toolbox().choose("threshold");
        settle();
        assertEquals(500, session.toolbox().settings("threshold").number("low", -1), "suggested by the effect");
        assertFalse(session.toolbox().preview().orElseThrow().takes(499));
        session.toolbox().configure("threshold", Settings.NONE.with("low", 100));
        settle();
        assertTrue(session.toolbox().preview().orElseThrow().takes(499));
        session.toolbox().release();
        settle();
        assertTrue(session.toolbox().preview().isEmpty());
        assertTrue(listener.heard.contains("preview"));
    }

    @Test
    void intensityMask_startsWithTheWindowAndIsRemembered() {
        Toolbox tools = session.toolbox();
        tools.toggleIntensityMask();
        assertEquals(new DisplayRange(10, 20), tools.mask().intensities().orElseThrow());
        tools.mask(new MaskRule(MaskRule.Area.EVERYWHERE, Optional.empty(), Optional.of(new DisplayRange(1, 2)),
                MaskRule.Overwrite.NONE));
        tools.toggleIntensityMask();
        assertTrue(tools.mask().intensities().isEmpty());
        tools.toggleIntensityMask();
        assertEquals(new DisplayRange(1, 2), tools.mask().intensities().orElseThrow());
        assertEquals(MaskRule.Overwrite.NONE, tools.mask().overwrite());
    }

    @Test
    void intensities_readAcrossChunks() throws Exception {
        float[] values = new float[4 * 2];
        session.intensities().read(new VoxelBox(14, 15, 15, 18, 17, 16), values);
        assertEquals(List.of(1514f, 1515f, 1516f, 1517f, 1614f, 1615f, 1616f, 1617f),
                java.util.stream.IntStream.range(0, 8).mapToObj(i -> values[i]).toList());
        assertEquals(new DisplayRange(100, 1617), session.intensities().range(), "widened by what was read");
    }

    @Test
    void scene_showsTheWholeSliceUntilThereIsACamera() {
        assertTrue(session.scene(SliceOrientation.AXIAL, 0, 100).isEmpty(), "no pixels");
        SliceScene fitted = session.scene(SliceOrientation.CORONAL, 200, 100).orElseThrow();
        assertEquals(2, fitted.slice());
        assertEquals(31.5, fitted.transform().camera().centerDown());
        assertTrue(fitted.labels().isPresent());
        session.update(view -> view.withCamera(SliceOrientation.CORONAL, new SliceCamera(1, 2, 3))
                .withLabels(0.5, false, false));
        SliceScene moved = session.scene(SliceOrientation.CORONAL, 200, 100).orElseThrow();
        assertEquals(new SliceCamera(1, 2, 3), moved.transform().camera());
        assertTrue(moved.labels().isEmpty());
    }

    @Test
    void pointer_isToldOnce() {
        session.pointAt(Optional.of(new VoxelPoint(1, 1, 1)));
        session.pointAt(Optional.of(new VoxelPoint(1, 1, 1)));
        assertEquals(List.of("pointer"), listener.heard);
    }

    private static final class Listener implements SessionListener {

        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void viewChanged(ViewerState before, ViewerState after) {
            heard.add("view " + text(before.crosshair()) + " -> " + text(after.crosshair()));
        }

        @Override
        public void previewChanged() {
            heard.add("preview");
        }

        @Override
        public void pointerChanged() {
            heard.add("pointer");
        }

        @Override
        public void failed(String message) {
            heard.add("failed " + message);
        }

        private static String text(VoxelPoint point) {
            return "(" + point.x() + ", " + point.y() + ", " + point.z() + ")";
        }
    }
}
