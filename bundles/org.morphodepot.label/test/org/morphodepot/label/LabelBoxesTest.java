package org.morphodepot.label;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.VoxelBox;

class LabelBoxesTest {

    private static final VoxelBox PLACE = new VoxelBox(64, 32, 96, 96, 64, 128);

    private final LabelBoxes boxes = new LabelBoxes();

    private static Block speckled(int labels, long seed) {
        Random random = new Random(seed);
        char[] voxels = new char[Block.VOXELS];
        for (int i = 0; i < 300; i++) {
            voxels[random.nextInt(voxels.length)] = (char) (65_535 - random.nextInt(labels));
        }
        return Block.of(voxels);
    }

    @Test
    void boxes_areThoseFoundLabelByLabel() {
        for (int seed = 0; seed < 20; seed++) {
            Block block = speckled(1 + 10 * seed, seed);
            VoxelBox[] found = new VoxelBox[Character.MAX_VALUE + 1];

            boxes.add(block, Blocks.labels(block), PLACE, found);

            for (char label : Blocks.labels(block)) {
                VoxelBox alone = TightBox.inside(block, label).shift(PLACE.x0(), PLACE.y0(), PLACE.z0());
                assertEquals(alone, found[label], "label " + (int) label);
            }
        }
    }

    @Test
    void boxes_growFromBlockToBlock() {
        VoxelBox[] found = new VoxelBox[Character.MAX_VALUE + 1];
        Block block = speckled(1, 3);
        VoxelBox first = new VoxelBox(0, 0, 0, 32, 32, 32);

        boxes.add(block, Blocks.labels(block), first, found);
        VoxelBox before = found[65_535];
        boxes.add(block, Blocks.labels(block), PLACE, found);

        assertEquals(before.union(before.shift(64, 32, 96)), found[65_535]);
    }
}
