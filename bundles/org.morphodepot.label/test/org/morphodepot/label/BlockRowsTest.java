package org.morphodepot.label;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BlockRowsTest {

    private final BlockRows rows = new BlockRows();

    @Test
    void rows_giveTheBlockThatPackGives() {
        Random random = new Random(6);
        for (int n = 0; n < 300; n++) {
            int labels = 1 + random.nextInt(n % 5 == 0 ? 255 : 3);
            boolean background = n % 3 != 0;
            byte[] bytes = new byte[Block.VOXELS];
            for (int i = 0, end; i < bytes.length; i = end) {
                end = Math.min(bytes.length, i + 1 + random.nextInt(4000));
                Arrays.fill(bytes, i, end, (byte) (background && random.nextBoolean() ? 0 : 255 - random.nextInt(labels)));
            }
            int cut = n % 2 == 0 ? Block.SIDE : 1 + random.nextInt(Block.SIDE);
            for (int row = 0; row < Block.VOXELS; row += Block.SIDE) {
                rows.put(bytes, row, cut, row);
                if (cut < Block.SIDE) {
                    rows.put(bytes, row + cut, Block.SIDE - cut, row + cut);
                }
            }
            assertEquals(Blocks.pack(bytes), rows.take());
            assertTrue(rows.isBackground());
        }
    }

    @Test
    void rowsThatAreNotPut_areBackground() {
        byte[] ones = new byte[Block.SIDE];
        Arrays.fill(ones, (byte) 1);
        rows.put(ones, 0, Block.SIDE, 64);
        assertFalse(rows.isBackground());
        Block block = rows.take();
        assertEquals(0, block.label(63));
        assertEquals(1, block.label(64));
        assertEquals(0, block.label(96));
        assertSame(UniformBlock.BACKGROUND, rows.take());
    }
}
