package org.morphodepot.viewer.session;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelSize;

/**
 * An opened scan.
 *
 * @param address what the user opened; the segmentation's address when {@code blank}
 * @param info what the file says about itself
 * @param volume the voxels; closing it closes the data set
 * @param blank there is no scan, only an empty volume for a segmentation opened alone
 */
public record Scan(Address address, DatasetInfo info, Volume volume, boolean blank) {

    /** Voxels of level 0. */
    public VoxelSize size() {
        return volume.levels().getFirst().size();
    }
}
