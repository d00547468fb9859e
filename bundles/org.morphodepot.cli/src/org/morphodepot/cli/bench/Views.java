package org.morphodepot.cli.bench;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.morphodepot.viewer.Rendering;
import org.morphodepot.viewer.ScreenRect;
import org.morphodepot.viewer.SliceCamera;
import org.morphodepot.viewer.SliceOrientation;
import org.morphodepot.viewer.SlicePlane;
import org.morphodepot.viewer.SlicePlanes;
import org.morphodepot.viewer.SliceRenderer;
import org.morphodepot.viewer.SliceScene;
import org.morphodepot.viewer.ViewTransform;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.cache.ChunkCache;
import org.morphodepot.volume.cache.ChunkCache.Loaded;

/**
 * Three linked slice views without a screen: they draw into memory, ask the cache for what is missing and draw again
 * when something has come, as the editor does.
 */
final class Views implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 300;

    /** What arrives meanwhile is drawn together, as on a screen. */
    private static final long FRAME_MILLIS = 8;

    private final Volume volume;
    private final ChunkCache cache;
    private final Map<SliceOrientation, SlicePlane> planes;
    private final int width;
    private final int height;
    private final int[] pixels;
    private final Semaphore arrivals = new Semaphore(0);
    private final Consumer<Loaded> listener = _ -> arrivals.release();

    Views(Volume volume, ChunkCache cache, int width, int height) {
        this.volume = volume;
        this.cache = cache;
        this.width = width;
        this.height = height;
        planes = SlicePlanes.of(volume.geometry());
        pixels = new int[width * height];
        cache.addListener(listener);
    }

    /** What a picture must have before the clock stops. */
    enum Until {
        /** Every pixel shows something, however coarse. */
        SOMETHING,
        /** Every pixel is as fine as the screen shows. */
        COMPLETE
    }

    /**
     * Shows the slices through a voxel and waits until all three pictures are good enough.
     *
     * @param pixelsPerVoxel zoom; empty shows whole slices
     */
    void show(VoxelPoint point, Optional<Double> pixelsPerVoxel, Until until) throws IOException {
        Map<SliceOrientation, SliceScene> scenes = new EnumMap<>(SliceOrientation.class);
        planes.forEach((orientation, plane) -> scenes.put(orientation, scene(plane, point, pixelsPerVoxel)));
        boolean good = false;
        while (!good) {
            arrivals.drainPermits();
            good = true;
            for (Map.Entry<SliceOrientation, SliceScene> view : scenes.entrySet()) {
                good &= draw(view.getKey(), view.getValue(), until);
            }
            if (!good) {
                await();
            }
        }
    }

    private boolean draw(SliceOrientation view, SliceScene scene, Until until) throws IOException {
        Rendering drawn = SliceRenderer.render(scene, new ScreenRect(0, 0, width, height), pixels);
        if (drawn.failure().isPresent()) {
            throw drawn.failure().get() instanceof IOException e ? e : new IOException(drawn.failure().get());
        }
        cache.want(view, volume, drawn.wanted());
        int coarsest = volume.levels().size() - 1;
        return drawn.complete()
                || until == Until.SOMETHING && drawn.wanted().stream().noneMatch(key -> key.level() == coarsest);
    }

    private void await() throws IOException {
        try {
            if (!arrivals.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(volume.name() + ": nothing came for " + PATIENCE_SECONDS + " s");
            }
            Thread.sleep(FRAME_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted");
        }
    }

    private SliceScene scene(SlicePlane plane, VoxelPoint point, Optional<Double> pixelsPerVoxel) {
        VoxelSize size = volume.levels().getFirst().size();
        SliceCamera camera = ViewTransform.fit(plane, size, volume.geometry(), width, height);
        if (pixelsPerVoxel.isPresent()) {
            double spacing = Math.min(volume.geometry().spacing(plane.right()),
                    volume.geometry().spacing(plane.down()));
            camera = new SliceCamera(point.get(plane.right()), point.get(plane.down()), pixelsPerVoxel.get() / spacing);
        }
        ViewTransform transform = ViewTransform.of(plane, camera, volume.geometry(), width, height);
        return new SliceScene(volume, key -> cache.peek(volume, key), transform, point.get(plane.normal()),
                volume.displayRange().orElse(new DisplayRange(0, 65535)), true, Optional.empty(), Optional.empty());
    }

    @Override
    public void close() {
        cache.removeListener(listener);
        cache.forget(volume);
    }
}
