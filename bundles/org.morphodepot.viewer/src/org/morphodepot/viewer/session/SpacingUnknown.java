package org.morphodepot.viewer.session;

import java.io.IOException;
import java.util.Optional;

import org.morphodepot.volume.Geometry;

/** A file does not say how far its voxels are apart: ask the user, and open again with an answer. */
public final class SpacingUnknown extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Geometry> labels;

    SpacingUnknown(String name, Optional<Geometry> labels) {
        super(name + " does not say how far its voxels are apart");
        this.labels = labels;
    }

    /** What the labels beside the scan say, which were made on it; empty when there are none. */
    public Optional<Geometry> labels() {
        return labels == null ? Optional.empty() : labels;
    }
}
