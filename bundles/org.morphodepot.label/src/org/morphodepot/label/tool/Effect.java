package org.morphodepot.label.tool;

import java.io.IOException;
import java.util.List;

import org.morphodepot.label.Edit;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Progress;

/** Changes the active segment as a whole with parameters. Stateless. */
public interface Effect {

    List<Option> options();

    /** Options that depend on what is there, such as a choice among segments; the panel asks again when segments change. */
    default List<Option> options(Segmentation segmentation) {
        return options();
    }

    /**
     * Settings with what the effect itself would fill in, such as an automatic range. Called when the effect is chosen and
     * after the user changed an option; blocks, and may read the scan. Returns {@code context.settings()} when there is
     * nothing to fill in.
     *
     * @throws java.util.concurrent.CancellationException when {@code progress} says so
     */
    default Settings suggest(ToolContext context, Progress progress) throws IOException {
        return context.settings();
    }

    /**
     * Computes the change without applying it. Blocks; reports progress;
     * {@link java.util.concurrent.CancellationException} when cancelled.
     */
    Edit compute(ToolContext context, Progress progress) throws IOException;

    /** Live preview: whether a voxel of this intensity would be taken; null when the effect has no such preview. */
    default IntensityPreview preview(ToolContext context) {
        return null;
    }

    /** A preview decided by intensity alone, cheap enough for every frame. */
    @FunctionalInterface
    interface IntensityPreview {
        boolean takes(float intensity);
    }
}
