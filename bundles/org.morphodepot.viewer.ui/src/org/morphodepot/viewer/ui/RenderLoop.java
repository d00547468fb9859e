package org.morphodepot.viewer.ui;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ILog;
import org.morphodepot.viewer.Rendering;
import org.morphodepot.viewer.ScreenRect;
import org.morphodepot.viewer.SliceRenderer;
import org.morphodepot.viewer.SliceScene;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.VoxelBox;

/**
 * Draws one view on a thread of its own, again and again: callers say what became stale, and whatever piled up
 * meanwhile is drawn at once. Only stale pixels are drawn, unless the scene looks different as a whole.
 */
final class RenderLoop implements AutoCloseable {

    /** Chunks arrive in bursts; this many milliseconds of them make one frame. */
    private static final int BURST = 16;

    private final Supplier<Optional<SliceScene>> scenes;
    private final Consumer<Frame> frames;
    private final ScheduledExecutorService thread;
    private final Object lock = new Object();
    private ScreenRect stale = ScreenRect.EMPTY;
    private boolean allStale;
    private boolean planned;
    private boolean plannedLater;
    private volatile SliceScene last;
    private int[] pixels = {};

    /**
     * What was drawn.
     *
     * @param area the pixels that are new
     * @param pixels the whole view; valid only during the call
     */
    record Frame(SliceScene scene, Rendering rendering, ScreenRect area, int[] pixels) {
    }

    /** {@code scenes} and {@code frames} are called on the loop's thread. */
    RenderLoop(String name, Supplier<Optional<SliceScene>> scenes, Consumer<Frame> frames) {
        this.scenes = scenes;
        this.frames = frames;
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("draw " + name).factory());
    }

    /** Everything must be drawn again. */
    void invalidate() {
        synchronized (lock) {
            allStale = true;
            soon();
        }
    }

    /** The level-0 voxels of a box look different; they may be anywhere. */
    void invalidate(VoxelBox box) {
        SliceScene scene = last;
        if (scene == null) {
            invalidate();
            return;
        }
        int normal = scene.transform().plane().normal();
        if (scene.slice() < box.min(normal) || scene.slice() >= box.max(normal)) {
            return;
        }
        ScreenRect area = scene.transform().cover(box.grow(1));
        synchronized (lock) {
            stale = stale.union(area);
            soon();
        }
    }

    /** A chunk arrived. */
    void arrived(ChunkKey key) {
        SliceScene scene = last;
        ScreenRect area = scene == null ? ScreenRect.EMPTY : scene.cover(key);
        synchronized (lock) {
            stale = stale.union(area);
            if (!area.isEmpty() && !planned && !plannedLater) {
                plannedLater = true;
                schedule(BURST);
            }
        }
    }

    private void soon() {
        if (!planned) {
            planned = true;
            schedule(0);
        }
    }

    private void schedule(int milliseconds) {
        try {
            thread.schedule(this::run, milliseconds, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            // closed meanwhile: nobody looks any more
            planned = true;
        }
    }

    private void run() {
        try {
            draw();
        } catch (RuntimeException e) {
            ILog.of(RenderLoop.class).error("A view could not be drawn", e);
        }
    }

    private void draw() {
        ScreenRect area;
        boolean all;
        synchronized (lock) {
            area = stale;
            all = allStale;
            stale = ScreenRect.EMPTY;
            allStale = false;
            planned = false;
            plannedLater = false;
        }
        Optional<SliceScene> scene = scenes.get();
        if (scene.isPresent() && (all || !area.isEmpty())) {
            draw(scene.get(), all ? null : area);
        }
    }

    private void draw(SliceScene scene, ScreenRect part) {
        int width = scene.transform().width();
        int height = scene.transform().height();
        ScreenRect whole = new ScreenRect(0, 0, width, height);
        if (pixels.length != width * height) {
            pixels = new int[width * height];
        }
        ScreenRect area = part == null || last == null || !looksAlike(scene, last) ? whole : part.intersect(whole);
        Rendering rendering = SliceRenderer.render(scene, area, pixels);
        last = scene;
        frames.accept(new Frame(scene, rendering, area, pixels));
    }

    private static boolean looksAlike(SliceScene a, SliceScene b) {
        return a.volume() == b.volume() && a.slice() == b.slice() && a.smooth() == b.smooth() && a.range().equals(b.range())
                && a.transform().equals(b.transform());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
