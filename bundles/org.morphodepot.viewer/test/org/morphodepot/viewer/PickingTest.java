package org.morphodepot.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.VoxelSize;

class PickingTest {

    private static final VoxelSize SIZE = new VoxelSize(16, 16, 16);
    private static final Geometry GEOMETRY = Geometry.of(1, 1, 1, "mm");

    private final FakeVolume volume = new FakeVolume(SIZE, 8, 2, GEOMETRY, (l, x, y, z) -> 1000 * l + x);

    @Test
    void value_comesFromTheFinestLevelThatIsHere() {
        VoxelPoint voxel = new VoxelPoint(9, 1, 1);
        assertEquals(Optional.of(new Picking.Value(9, 0)), Picking.value(volume, volume, voxel));
        volume.without(new ChunkKey(0, 1, 0, 0));
        assertEquals(Optional.of(new Picking.Value(1004, 1)), Picking.value(volume, volume, voxel));
        volume.without(1);
        assertEquals(Optional.empty(), Picking.value(volume, volume, voxel));
    }

    @Test
    void value_outsideTheScan_isEmpty() {
        assertEquals(Optional.empty(), Picking.value(volume, volume, new VoxelPoint(16, 0, 0)));
    }

    @Test
    void window_suitsWhatIsInTheBox() {
        assertEquals(Optional.of(new DisplayRange(2, 5)),
                Picking.window(volume, volume, new VoxelBox(2, -5, 0, 6, 40, 1)));
        assertEquals(Optional.empty(), Picking.window(volume, volume, new VoxelBox(40, 0, 0, 50, 4, 1)), "outside");
        volume.without(0).without(1);
        assertEquals(Optional.empty(), Picking.window(volume, volume, new VoxelBox(2, 0, 0, 6, 4, 1)));
    }

    @Test
    void segments_areThoseOfAllLayers() {
        LabelLayer one = LabelLayer.empty(SIZE).with(List.of(new LabelLayer.BlockChange(0, 0, 0, Block.uniform(3))));
        LabelLayer two = LabelLayer.empty(SIZE).with(List.of(new LabelLayer.BlockChange(0, 0, 0, Block.uniform(1))));
        Segment a = segment("a", 0, 3);
        Segment b = segment("b", 1, 1);
        Segmentation both = new Segmentation(SIZE, GEOMETRY, List.of(a, b), List.of(one, two), List.of());
        assertEquals(List.of(b, a), Picking.segments(both, new VoxelPoint(2, 2, 2)));
        assertEquals(List.of(), Picking.segments(both, new VoxelPoint(-1, 2, 2)));
    }

    private static Segment segment(String id, int layer, int label) {
        return new Segment(id, id, SegmentColor.ofRgb(0xff0000), layer, label, "", List.of(), true, false, 1);
    }
}
