package org.morphodepot.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelSize;

class TravelTest {

    private final FakeVolume volume =
            new FakeVolume(new VoxelSize(8, 8, 12), 4, 2, Geometry.of(1, 1, 1, "mm"), (l, x, y, z) -> z);
    private final Travel travel = new Travel();

    @BeforeEach
    void nothingIsHere() {
        volume.without(0);
    }

    private SliceScene scene(int slice, double zoom) {
        SlicePlane plane = SlicePlanes.of(volume.geometry()).get(SliceOrientation.AXIAL);
        ViewTransform view = ViewTransform.of(plane, new SliceCamera(3.5, 3.5, zoom), volume.geometry(), 8, 8);
        return new SliceScene(volume, volume, view, slice, new DisplayRange(0, 255), false, Optional.empty(),
                Optional.empty());
    }

    private Set<Integer> layers(List<ChunkKey> keys) {
        Set<Integer> layers = new TreeSet<>();
        keys.forEach(key -> layers.add(key.z()));
        return layers;
    }

    @Test
    void standingView_needsNothingMore() {
        assertEquals(List.of(), travel.ahead(scene(2, 1)));
        assertEquals(List.of(), travel.ahead(scene(2, 1)));
    }

    @Test
    void movingView_needsTheNextLayerInItsDirection() {
        travel.ahead(scene(4, 1));
        List<ChunkKey> up = travel.ahead(scene(5, 1));
        assertEquals(Set.of(2), layers(up));
        assertEquals(4, up.size());
        assertEquals(Set.of(2), layers(travel.ahead(scene(5, 1))), "frames of the same slice are no stop");
        assertEquals(Set.of(0), layers(travel.ahead(scene(4, 1))));
    }

    @Test
    void endOfTheScan_hasNoNextLayer() {
        travel.ahead(scene(8, 1));
        assertEquals(List.of(), travel.ahead(scene(9, 1)));
    }

    @Test
    void otherZoom_isAStop() {
        travel.ahead(scene(4, 1));
        assertEquals(List.of(), travel.ahead(scene(5, 2)));
        assertEquals(Set.of(2), layers(travel.ahead(scene(6, 2))));
    }

    @Test
    void chunksThatAreHere_areNotNamed() {
        FakeVolume here = new FakeVolume(new VoxelSize(8, 8, 12), 4, 1, Geometry.of(1, 1, 1, "mm"), (l, x, y, z) -> z);
        here.without(new ChunkKey(0, 1, 0, 2));
        SlicePlane plane = SlicePlanes.of(here.geometry()).get(SliceOrientation.AXIAL);
        ViewTransform view = ViewTransform.of(plane, new SliceCamera(3.5, 3.5, 1), here.geometry(), 8, 8);
        for (int slice = 4; slice < 6; slice++) {
            List<ChunkKey> ahead = travel.ahead(new SliceScene(here, here, view, slice, new DisplayRange(0, 255), false,
                    Optional.empty(), Optional.empty()));
            assertEquals(slice == 4 ? List.of() : List.of(new ChunkKey(0, 1, 0, 2)), ahead);
        }
    }
}
