package org.morphodepot.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoarseLabelsTest {

    private static char[] scattered(long seed, int labels, int voxels) {
        Random random = new Random(seed);
        char[] block = new char[Block.VOXELS];
        for (int k = 0; k < voxels; k++) {
            block[random.nextInt(block.length)] = (char) (1 + random.nextInt(labels));
        }
        return block;
    }

    private static int coarse(int index, int level) {
        int side = Block.SIDE >> level;
        int x = (index & 31) >> level;
        int y = (index >> 5 & 31) >> level;
        int z = (index >> 10) >> level;
        return (z * side + y) * side + x;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40, 2000})
    void everyLevel_showsALabelWhereverThereIsOne(int labels) {
        for (long seed = 0; seed < 4; seed++) {
            char[] fine = scattered(seed, labels, seed == 0 ? 5 : 4000);
            Block block = Block.of(fine);
            for (int level = 0; level <= Blocks.COARSEST; level++) {
                Map<Integer, Set<Character>> below = new HashMap<>();
                for (int i = 0; i < fine.length; i++) {
                    if (fine[i] != 0) {
                        below.computeIfAbsent(coarse(i, level), key -> new HashSet<>()).add(fine[i]);
                    }
                }
                int side = Block.SIDE >> level;
                for (int i = 0; i < side * side * side; i++) {
                    char label = Blocks.coarseLabel(block, level, i);
                    assertTrue(below.containsKey(i) ? below.get(i).contains(label) : label == 0, "level " + level);
                }
            }
        }
    }

    @Test
    void mostFrequentLabel_wins() {
        char[] fine = new char[Block.VOXELS];
        fine[0] = 5;
        fine[1] = 3;
        fine[32] = 5;
        Block block = Block.of(fine);
        assertEquals(5, Blocks.coarseLabel(block, 1, 0));
        assertEquals(5, Blocks.coarseLabel(block, Blocks.COARSEST, 0));
        assertEquals(0, Blocks.coarseLabel(block, 1, 1));
        assertEquals(7, Blocks.coarseLabel(Block.uniform(7), 3, 11));
    }

    @Test
    void levels_areComputedOnceForEachBlock() {
        PackedBlock block = (PackedBlock) Block.of(scattered(1, 3, 400));
        assertSame(block.coarse().level(3, block), block.coarse().level(3, block));
    }
}
