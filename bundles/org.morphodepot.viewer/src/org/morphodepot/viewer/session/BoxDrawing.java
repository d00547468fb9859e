package org.morphodepot.viewer.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.morphodepot.volume.VoxelBox;

/** A box of the scan that somebody draws, with undo. Any thread. */
public final class BoxDrawing {

    private final String name;
    private final int rgb;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Deque<Optional<VoxelBox>> before = new ArrayDeque<>();
    private final Deque<Optional<VoxelBox>> after = new ArrayDeque<>();
    private Optional<VoxelBox> box;
    private Optional<VoxelBox> dragged = Optional.empty();

    /**
     * @param name what the box is for, written beside it
     * @param rgb its colour
     * @param start the box there is already
     */
    public BoxDrawing(String name, int rgb, Optional<VoxelBox> start) {
        this.name = name;
        this.rgb = rgb;
        box = start;
    }

    public String name() {
        return name;
    }

    public int rgb() {
        return rgb;
    }

    /** As it is now, during a drag too; empty while nothing is drawn. */
    public synchronized Optional<VoxelBox> box() {
        return dragged.or(() -> box);
    }

    /** Shows a box that is not settled yet. */
    public void drag(VoxelBox now) {
        synchronized (this) {
            dragged = Optional.of(now);
        }
        tell();
    }

    /** Drops what is being dragged. */
    public void letGo() {
        synchronized (this) {
            dragged = Optional.empty();
        }
        tell();
    }

    /** Another box, or none; one step of undo. */
    public void set(Optional<VoxelBox> next) {
        synchronized (this) {
            dragged = Optional.empty();
            if (!next.equals(box)) {
                before.push(box);
                after.clear();
                box = next;
            }
        }
        tell();
    }

    public synchronized boolean canUndo() {
        return !before.isEmpty();
    }

    public synchronized boolean canRedo() {
        return !after.isEmpty();
    }

    public void undo() {
        step(before, after);
    }

    public void redo() {
        step(after, before);
    }

    private void step(Deque<Optional<VoxelBox>> from, Deque<Optional<VoxelBox>> to) {
        synchronized (this) {
            if (from.isEmpty()) {
                return;
            }
            to.push(box);
            box = from.pop();
            dragged = Optional.empty();
        }
        tell();
    }

    /** Runs the listener after every change, on the thread that made it. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
