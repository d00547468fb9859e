package org.morphodepot.label.tool;

import java.io.IOException;
import java.util.List;

import org.morphodepot.label.Edit;
import org.morphodepot.volume.Progress;

/** Changes the active segment as a whole with parameters. Stateless. */
public interface Effect {

    List<Option> options();

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
