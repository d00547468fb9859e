package org.morphodepot.tasks.ui.active;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.work.Place;

class PlacesTest {

    @Test
    void words_nameAVoxelOrTheFirstAndLastOfABox() {
        assertEquals("voxel 12, 6, 40, left eye", Places.words(Place.at(new VoxelPoint(12, 6, 40)).about("s", "left eye")));
        assertEquals("voxels 10\u201320, 5\u20139, 33\u201340", Places.words(Place.of(new VoxelBox(10, 5, 33, 21, 10, 41))));
    }
}
