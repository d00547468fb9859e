package org.morphodepot.viewer;

import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.Level;

/** A rectangle of pixels that one chunk fills. */
record Patch(ScreenRect area, Level level, Chunk chunk) {
}
