package org.morphodepot.volume.cache;

import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Volume;

/** A chunk of a certain volume object: two openings of one file are two volumes. */
record Place(Volume volume, ChunkKey key) {

    /** Whether the volume has such a chunk. */
    boolean isInGrid() {
        if (key.level() < 0 || key.level() >= volume.levels().size()) {
            return false;
        }
        Level level = volume.levels().get(key.level());
        return key.x() >= 0 && key.x() < level.chunks(0) && key.y() >= 0 && key.y() < level.chunks(1) && key.z() >= 0
                && key.z() < level.chunks(2);
    }

    /** Bytes of the decoded chunk. */
    long bytes() {
        Level level = volume.levels().get(key.level());
        return level.box(key).voxels() * volume.type().bytes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Place p && p.volume == volume && p.key.equals(key);
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(volume) + key.hashCode();
    }
}
