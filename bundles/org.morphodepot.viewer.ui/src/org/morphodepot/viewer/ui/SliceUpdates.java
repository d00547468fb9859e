package org.morphodepot.viewer.ui;

import java.util.Objects;
import java.util.function.Consumer;

import org.morphodepot.label.Labelling;
import org.morphodepot.viewer.SliceOrientation;
import org.morphodepot.viewer.ViewerState;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.SessionListener;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.cache.ChunkCache;

/** Tells a view's render loop what became stale when something in the session changed. Called on any thread. */
final class SliceUpdates implements SessionListener, Labelling.Listener, Consumer<ChunkCache.Loaded> {

    private final Session session;
    private final SliceOrientation orientation;
    private final RenderLoop loop;
    private final Runnable overlay;

    /** {@code overlay} is run when only what lies over the picture changed. */
    SliceUpdates(Session session, SliceOrientation orientation, RenderLoop loop, Runnable overlay) {
        this.session = session;
        this.orientation = orientation;
        this.loop = loop;
        this.overlay = overlay;
    }

    void attach() {
        session.addListener(this);
        session.labelling().addListener(this);
        session.cache().addListener(this);
    }

    void detach() {
        session.removeListener(this);
        session.labelling().removeListener(this);
        session.cache().removeListener(this);
    }

    @Override
    public void viewChanged(ViewerState before, ViewerState after) {
        int normal = session.planes().get(orientation).normal();
        boolean same = before.crosshair().get(normal) == after.crosshair().get(normal)
                && before.range().equals(after.range()) && before.smooth() == after.smooth()
                && before.coloured() == after.coloured()
                && before.labelOpacity() == after.labelOpacity() && before.outlines() == after.outlines()
                && before.labelsShown() == after.labelsShown() && before.frame().equals(after.frame())
                && Objects.equals(before.cameras().get(orientation), after.cameras().get(orientation));
        if (same) {
            overlay.run();
        } else {
            loop.invalidate();
        }
    }

    @Override
    public void scanChanged() {
        loop.invalidate();
    }

    @Override
    public void toolChanged() {
        overlay.run();
    }

    @Override
    public void regionsChanged() {
        overlay.run();
    }

    @Override
    public void previewChanged() {
        loop.invalidate();
    }

    @Override
    public void strokeChanged(VoxelBox box) {
        loop.invalidate(box);
    }

    @Override
    public void changed(Labelling.Change change) {
        if (!change.box().isEmpty()) {
            loop.invalidate(change.box());
        }
    }

    @Override
    public void accept(ChunkCache.Loaded loaded) {
        if (loaded.volume() == session.volume()) {
            loop.arrived(loaded.key());
        }
    }
}
