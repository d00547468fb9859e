package org.morphodepot.label;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TightBoxTest {

    private static final VoxelSize SIZE = new VoxelSize(70, 100, 40);

    @Test
    void box_holdsAllLabelsAndNoMore() {
        Random random = new Random(9);
        for (int n = 0; n < 200; n++) {
            LabelLayer layer = LabelLayer.empty(SIZE);
            VoxelBox expected = VoxelBox.EMPTY;
            char[] dense = new char[(int) SIZE.voxels()];
            for (int i = random.nextInt(5); i >= 0; i--) {
                VoxelBox box = box(random);
                expected = expected.union(box);
                char label = (char) (1 + (n % 2 == 0 ? 0 : random.nextInt(400)));
                for (int z = box.z0(); z < box.z1(); z++) {
                    for (int y = box.y0(); y < box.y1(); y++) {
                        for (int x = box.x0(); x < box.x1(); x++) {
                            dense[(z * SIZE.y() + y) * SIZE.x() + x] = label;
                        }
                    }
                }
            }
            assertEquals(expected, TightBox.of(DenseModel.of(layer, dense)));
        }
    }

    private static VoxelBox box(Random random) {
        int x = random.nextInt(SIZE.x());
        int y = random.nextInt(SIZE.y());
        int z = random.nextInt(SIZE.z());
        return new VoxelBox(x, y, z, x + 1 + random.nextInt(SIZE.x() - x), y + 1 + random.nextInt(SIZE.y() - y),
                z + 1 + random.nextInt(SIZE.z() - z));
    }

    @Test
    void nothing_hasAnEmptyBox() {
        assertEquals(VoxelBox.EMPTY, TightBox.of(LabelLayer.empty(SIZE)));
    }
}
