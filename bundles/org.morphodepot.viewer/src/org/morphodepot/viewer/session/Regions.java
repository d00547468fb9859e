package org.morphodepot.viewer.session;

import java.util.Optional;

import org.morphodepot.volume.VoxelBox;

/** Boxes that lie over the slices: where the active task is to be worked on, and a box that is being drawn. Any thread. */
public final class Regions {

    private final Runnable changed;
    private volatile Optional<VoxelBox> work = Optional.empty();
    private volatile Optional<BoxDrawing> drawing = Optional.empty();

    /** @param changed is run after every change, on the thread that made it */
    Regions(Runnable changed) {
        this.changed = changed;
    }

    /** Where to work; empty for the whole scan. */
    public Optional<VoxelBox> work() {
        return work;
    }

    public void work(Optional<VoxelBox> box) {
        work = box.filter(one -> !one.isEmpty());
        changed.run();
    }

    /** While there is one, the left button in the slices draws it. */
    public Optional<BoxDrawing> drawing() {
        return drawing;
    }

    /** Another box is drawn from now on, or none any more. */
    public synchronized void draw(Optional<BoxDrawing> next) {
        drawing.ifPresent(old -> old.removeListener(changed));
        next.ifPresent(one -> one.addListener(changed));
        drawing = next;
        changed.run();
    }
}
