package org.morphodepot.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LabelLayerTest {

    @Test
    void randomChanges_agreeWithADenseArray() {
        VoxelSize size = new VoxelSize(70, 33, 95);
        char[] dense = new char[(int) size.voxels()];
        LabelLayer layer = LabelLayer.empty(size);
        Random random = new Random(1);
        for (int round = 0; round < 40; round++) {
            VoxelBox box = randomBox(size, random);
            char label = (char) random.nextInt(5);
            layer = DenseModel.fill(layer, box, label);
            DenseModel.fill(dense, size, box, label);
            VoxelBox window = randomBox(size, random);
            char[] out = new char[(int) window.voxels()];
            layer.read(window, out);
            assertArrayEquals(DenseModel.read(dense, size, window), out);
        }
        for (int i = 0; i < dense.length; i += 13) {
            assertEquals(dense[i], layer.label(i % 70, i / 70 % 33, i / 70 / 33));
        }
    }

    @Test
    void with_leavesTheOldLayerAlone() {
        LabelLayer before = LabelLayer.empty(new VoxelSize(64, 64, 64));
        LabelLayer after = before.with(List.of(new BlockChange(1, 0, 1, Block.uniform(7))));
        assertEquals(0, before.label(40, 3, 40));
        assertEquals(7, after.label(40, 3, 40));
        assertEquals(VoxelBox.EMPTY, before.occupied());
        assertEquals(new VoxelBox(32, 0, 32, 64, 32, 64), after.occupied());
    }

    @Test
    void with_clipsEdgeBlocks() {
        LabelLayer layer = LabelLayer.empty(new VoxelSize(40, 5, 1)).with(List.of(new BlockChange(1, 0, 0, Block.uniform(7))));
        long[] counts = new long[65536];
        Blocks.addCounts(layer.block(1, 0, 0), counts);
        assertEquals(8 * 5, counts[7]);
        assertEquals(new VoxelBox(32, 0, 0, 40, 5, 1), layer.occupied());
    }

    @Test
    void blocksOutside_areRefused() {
        LabelLayer layer = LabelLayer.empty(new VoxelSize(40, 5, 1));
        for (int[] b : new int[][] {{2, 0, 0}, {0, 1, 0}, {0, 0, 1}, {-1, 0, 0}}) {
            BlockChange change = new BlockChange(b[0], b[1], b[2], Block.uniform(1));
            assertThrows(IndexOutOfBoundsException.class, () -> layer.with(List.of(change)));
            assertThrows(IndexOutOfBoundsException.class, () -> layer.block(b[0], b[1], b[2]));
        }
    }

    @Test
    void equality_isThatOfTheLabels() {
        VoxelSize size = new VoxelSize(2000, 40, 40);
        LabelLayer a = LabelLayer.empty(size).with(List.of(new BlockChange(60, 1, 0, Block.uniform(2))));
        LabelLayer b = LabelLayer.empty(size).with(List.of(new BlockChange(3, 0, 0, Block.uniform(1))))
                .with(List.of(new BlockChange(60, 1, 0, Block.uniform(2)), new BlockChange(3, 0, 0, Block.uniform(0))));
        assertEquals(a, b);
        assertEquals(a.hashCode(), b.hashCode());
        assertEquals(a.occupied(), b.occupied());
        assertNotEquals(a, b.with(List.of(new BlockChange(0, 0, 0, Block.uniform(1)))));
    }

    @Test
    void differences_areTheChangedBlocks() {
        VoxelSize size = new VoxelSize(3000, 600, 40);
        LabelLayer a = LabelLayer.empty(size).with(List.of(new BlockChange(90, 18, 1, Block.uniform(2))));
        LabelLayer b = a.with(List.of(new BlockChange(90, 17, 1, Block.uniform(3)), new BlockChange(0, 0, 0, Block.uniform(4))));
        List<String> seen = new ArrayList<>();
        b.forEachDifference(a, (bx, by, bz, mine, theirs) -> seen.add(bx + "," + by + "," + bz + ":" + mine.label(0)));
        assertEquals(List.of("0,0,0:4", "90,17,1:3"), seen);
    }

    @Test
    void hugeGrids_costOnlyWhatIsPainted() {
        VoxelSize size = new VoxelSize(Integer.MAX_VALUE, Integer.MAX_VALUE, 3);
        int last = Integer.MAX_VALUE - 1 >> Block.SHIFT;
        LabelLayer layer = LabelLayer.empty(size)
                .with(List.of(new BlockChange(last, last, 0, Block.uniform(5)), new BlockChange(0, last, 0, Block.uniform(6))));
        assertEquals(5, layer.label(Integer.MAX_VALUE - 1, Integer.MAX_VALUE - 1, 2));
        assertEquals(6, layer.label(0, Integer.MAX_VALUE - 1, 0));
        assertEquals(0, layer.label(1000, 1000, 0));
        assertEquals(new VoxelBox(0, last << 5, 0, Integer.MAX_VALUE, Integer.MAX_VALUE, 3), layer.occupied());
    }

    @Test
    void change_copiesOnlyTouchedPages() {
        VoxelSize size = new VoxelSize(10_000, 10_000, 10_000);
        List<BlockChange> spread = new ArrayList<>();
        for (int i = 0; i < 8000; i++) {
            spread.add(new BlockChange(i % 20 * 16 % 313, i / 20 % 20 * 16 % 313, i / 400 * 16 % 313, Block.uniform(1 + i % 9)));
        }
        LabelLayer layer = LabelLayer.empty(size).with(spread);
        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            layer = layer.with(List.of(new BlockChange(5, 5, 5, Block.uniform(i))));
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(millis < 2000, "100 changes of a 1 TB scan took " + millis + " ms");
        assertSame(layer, layer.with(List.of()));
    }

    private static VoxelBox randomBox(VoxelSize size, Random random) {
        int x = random.nextInt(size.x());
        int y = random.nextInt(size.y());
        int z = random.nextInt(size.z());
        return new VoxelBox(x, y, z, x + 1 + random.nextInt(size.x() - x), y + 1 + random.nextInt(size.y() - y),
                z + 1 + random.nextInt(size.z() - z));
    }
}
