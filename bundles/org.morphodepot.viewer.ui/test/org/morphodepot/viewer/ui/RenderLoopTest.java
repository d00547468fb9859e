package org.morphodepot.viewer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segmentation;
import org.morphodepot.viewer.Histogram;
import org.morphodepot.viewer.ScreenRect;
import org.morphodepot.viewer.SliceCamera;
import org.morphodepot.viewer.SliceOrientation;
import org.morphodepot.viewer.ViewerState;
import org.morphodepot.viewer.session.Scan;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.ToolPalette;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.cache.ChunkCache;

class RenderLoopTest {

    private static final ScreenRect WHOLE = new ScreenRect(0, 0, 64, 64);

    private final BlockingQueue<RenderLoop.Frame> frames = new LinkedBlockingQueue<>();
    private ChunkCache cache;
    private GreyVolume volume;
    private Session session;
    private RenderLoop loop;
    private SliceUpdates updates;

    @BeforeEach
    void show() throws Exception {
        cache = new ChunkCache(1 << 20);
        volume = new GreyVolume();
        ViewerState view = new ViewerState(new VoxelPoint(5, 6, 7), new DisplayRange(0, 1),
                Map.of(SliceOrientation.AXIAL, new SliceCamera(31.5, 31.5, 1)), 0.5, true, true, true, true);
        session = new Session(new Scan(Address.of("/data/grey.nrrd"), null, volume, false), cache,
                new Labelling(Segmentation.empty(volume.size(), volume.geometry())), new ToolPalette(), view,
                new Histogram(0, 1, new long[1]), Optional.empty());
        loop = new RenderLoop("test", () -> session.scene(SliceOrientation.AXIAL, 64, 64), this::drawn);
        updates = new SliceUpdates(session, SliceOrientation.AXIAL, loop, () -> { });
        updates.attach();
        loop.invalidate();
        assertEquals(WHOLE, next().area());
        RenderLoop.Frame complete = next();
        while (!complete.rendering().complete()) {
            complete = next();
        }
    }

    @AfterEach
    void close() {
        updates.detach();
        loop.close();
        cache.close();
        volume.close();
    }

    private void drawn(RenderLoop.Frame frame) {
        cache.want(loop, volume, frame.rendering().wanted());
        frames.add(frame);
    }

    private RenderLoop.Frame next() throws InterruptedException {
        RenderLoop.Frame frame = frames.poll(20, TimeUnit.SECONDS);
        assertTrue(frame != null, "nothing was drawn");
        return frame;
    }

    @Test
    void stroke_redrawsItsBoxOnly() throws Exception {
        updates.strokeChanged(new VoxelBox(10, 20, 7, 14, 22, 8));
        assertEquals(new ScreenRect(9, 19, 15, 23), next().area());
    }

    @Test
    void stroke_inAnotherSlice_redrawsNothing() throws Exception {
        updates.strokeChanged(new VoxelBox(10, 20, 9, 14, 22, 10));
        updates.strokeChanged(new VoxelBox(10, 20, 7, 11, 21, 8));
        assertEquals(new ScreenRect(9, 19, 12, 22), next().area());
    }

    @Test
    void otherSlice_redrawsEverything() throws Exception {
        session.update(view -> view.withCrosshair(new VoxelPoint(5, 6, 8)));
        RenderLoop.Frame frame = next();
        assertEquals(WHOLE, frame.area());
        assertEquals(8, frame.scene().slice());
    }

    @Test
    void crosshairInTheSameSlice_redrawsNothing() throws Exception {
        session.update(view -> view.withCrosshair(new VoxelPoint(9, 9, 7)));
        updates.strokeChanged(new VoxelBox(10, 20, 7, 11, 21, 8));
        assertEquals(new ScreenRect(9, 19, 12, 22), next().area());
    }

    @Test
    void otherWindow_redrawsEverything() throws Exception {
        session.update(view -> view.withRange(new DisplayRange(0, 5)));
        assertEquals(WHOLE, next().area());
    }

    @Test
    void cameraOfAnotherView_redrawsNothing() throws Exception {
        session.update(view -> view.withCamera(SliceOrientation.CORONAL, new SliceCamera(1, 2, 3)));
        updates.strokeChanged(new VoxelBox(10, 20, 7, 11, 21, 8));
        assertEquals(new ScreenRect(9, 19, 12, 22), next().area());
    }
}
