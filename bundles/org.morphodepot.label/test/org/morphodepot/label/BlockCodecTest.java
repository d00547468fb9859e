package org.morphodepot.label;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class BlockCodecTest {

    private static Block random(int different) {
        Random random = new Random(different);
        char[] labels = new char[Block.VOXELS];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (char) (random.nextInt(different) * 65535 / Math.max(1, different - 1));
        }
        return Block.of(labels);
    }

    private static byte[] written(Block block) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BlockCodec.write(block, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Block read(byte[] bytes) throws IOException {
        return BlockCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @Test
    void readAfterWrite_isIdentity() throws IOException {
        for (int different : new int[] {1, 2, 3, 4, 7, 16, 200, 256, 257, 3000}) {
            assertEquals(random(different), read(written(random(different))), different + " labels");
        }
    }

    @Test
    void wastefulBlock_becomesTheSmallestForm() throws IOException {
        byte[] bytes = written(random(3));
        bytes[1 + 1 + 1] = (byte) 0xff; // first palette entry 0 becomes the highest label: out of order, or a duplicate
        bytes[1 + 1 + 1 + 1] = (byte) 0xff;
        Block block = read(bytes);
        char[] labels = new char[Block.VOXELS];
        block.copyTo(labels);
        assertEquals(Block.of(labels), block);
        assertEquals(2, Blocks.labels(block).length);
    }

    @Test
    void impossibleBlocks_areRefused() throws IOException {
        byte[] palette = written(random(3));
        palette[1 + 1 + 2 * 3 + 2] = (byte) 0xff;
        assertThrows(IOException.class, () -> read(palette), "an index without a palette entry");
        byte[] width = written(random(2));
        width[1] = 9;
        assertThrows(IOException.class, () -> read(width));
        assertThrows(IOException.class, () -> read(new byte[] {5}));
        assertThrows(IOException.class, () -> read(new byte[] {1, 0, 1, 0}));
    }
}
