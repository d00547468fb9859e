package org.morphodepot.viewer.session;

import org.morphodepot.viewer.ViewerState;
import org.morphodepot.volume.VoxelBox;

/**
 * Told after something in a session changed, on the thread that changed it: be quick, and switch to the UI thread
 * yourself. Changes of labels come from {@link org.morphodepot.label.Labelling.Listener} instead.
 */
public interface SessionListener {

    /** Crosshair, window, cameras or label display changed. */
    default void viewChanged(ViewerState before, ViewerState after) {
    }

    /** Another channel or time of the scan is shown: the same grid with other values. */
    default void scanChanged() {
    }

    /** Another tool is active, or the settings or the mask changed. */
    default void toolChanged() {
    }

    /** The live preview of the active effect appeared, changed or vanished. */
    default void previewChanged() {
    }

    /** The running stroke marks other voxels; an unfinished stroke ended when {@link Toolbox#stroke()} is empty. */
    default void strokeChanged(VoxelBox box) {
    }

    /** The pointer is over another voxel, or over none. */
    default void pointerChanged() {
    }

    /** The region of work or a box that is being drawn changed. */
    default void regionsChanged() {
    }

    /** The labels were saved, or now belong to another file. */
    default void fileChanged() {
    }

    /** An edit could not be computed; {@code message} is one line for people. */
    default void failed(String message) {
    }

    /**
     * Edits cannot be kept on the disk at present, such as when it is full, or can be again; see
     * {@link Session#journalTrouble()}.
     */
    default void journalTroubleChanged() {
    }
}
