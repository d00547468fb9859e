package org.morphodepot.label;

import java.util.Random;
import java.util.function.IntUnaryOperator;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BlocksTest {

    private static char[] labels(IntUnaryOperator label) {
        char[] labels = new char[Block.VOXELS];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (char) label.applyAsInt(i);
        }
        return labels;
    }

    @Test
    void pack_thenUnpack_isIdentityForAnyNumberOfLabels() {
        for (int different : new int[] {1, 2, 3, 4, 5, 16, 17, 256, 257, 5000}) {
            Random random = new Random(different);
            int[] palette = random.ints(different, 0, 65536).toArray();
            char[] labels = labels(i -> palette[random.nextInt(different)]);
            Block block = Block.of(labels);
            char[] unpacked = new char[Block.VOXELS];
            block.copyTo(unpacked);
            assertArrayEquals(labels, unpacked, different + " labels");
            for (int i = 0; i < labels.length; i += 7) {
                assertEquals(labels[i], block.label(i), different + " labels");
            }
        }
    }

    @Test
    void pack_choosesTheSmallestForm() {
        assertSame(UniformBlock.BACKGROUND, Block.of(labels(i -> 0)));
        assertInstanceOf(UniformBlock.class, Block.of(labels(i -> 65535)));
        assertTrue(Block.of(labels(i -> i % 2)).bytes() < 4300, "one bit per voxel");
        assertTrue(Block.of(labels(i -> i % 16)).bytes() < 16600, "four bits per voxel");
        assertInstanceOf(PackedBlock.class, Block.of(labels(i -> i % 256)));
        assertInstanceOf(PlainBlock.class, Block.of(labels(i -> i % 257)));
    }

    @Test
    void pack_doesNotKeepTheArray() {
        char[] labels = labels(i -> i % 300);
        Block block = Block.of(labels);
        labels[5] = 299;
        assertEquals(5, block.label(5));
    }

    @Test
    void equality_isThatOfTheLabels() {
        for (int different : new int[] {1, 2, 9, 300}) {
            Block a = Block.of(labels(i -> i % different));
            Block b = Block.of(labels(i -> i % different));
            Block c = Block.of(labels(i -> i == 77 ? 9999 : i % different));
            assertEquals(a, b);
            assertEquals(a.hashCode(), b.hashCode());
            assertNotEquals(a, c);
        }
    }

    @Test
    void counts_agreeWithTheLabels() {
        for (int different : new int[] {1, 2, 3, 200, 1000}) {
            long[] counts = new long[65536];
            long[] expected = new long[65536];
            char[] labels = labels(i -> i * 31 % 1009 % different);
            for (char label : labels) {
                expected[label]++;
            }
            Blocks.addCounts(Block.of(labels), counts);
            assertArrayEquals(expected, counts);
            assertEquals(different, Blocks.labels(Block.of(labels)).length);
        }
    }

    @Test
    void copy_givesThePartInsideABox() {
        Block block = Block.of(labels(i -> i % 5));
        char[] out = new char[200];
        Blocks.copy(block, 3, 4, 5, 10, 6, 8, out, 2, 10, 40);
        for (int z = 5; z < 8; z++) {
            for (int y = 4; y < 6; y++) {
                for (int x = 3; x < 10; x++) {
                    assertEquals(((z * 32 + y) * 32 + x) % 5, out[2 + (z - 5) * 40 + (y - 4) * 10 + x - 3]);
                }
            }
        }
    }

    @Test
    void clip_clearsVoxelsOutside() {
        Block clipped = Blocks.clip(Block.uniform(9), 1, 32, 2);
        long[] counts = new long[65536];
        Blocks.addCounts(clipped, counts);
        assertEquals(64, counts[9]);
        assertSame(clipped, Blocks.clip(clipped, 1, 32, 2));
    }

    @Test
    void rebase_changesOnlyWhatTheChangeTouches() {
        Block before = Block.uniform(0);
        Block after = Block.of(labels(i -> i < 10 ? 3 : 0));
        Block now = Block.of(labels(i -> i >= 5 && i < 20 ? 8 : 0));
        assertEquals(Block.of(labels(i -> i < 10 ? 3 : i < 20 ? 8 : 0)), Blocks.rebase(before, after, now));
        assertSame(after, Blocks.rebase(before, after, before));
    }

    @Test
    void uniform_refusesLabelsThatDoNotExist() {
        assertThrows(IllegalArgumentException.class, () -> Block.uniform(-1));
        assertThrows(IllegalArgumentException.class, () -> Block.uniform(65536));
    }

    @Test
    void bytes_arePackedAsChars() {
        Random random = new Random(3);
        for (int n = 1; n < 400; n++) {
            int labels = 1 + random.nextInt(n % 3 == 0 ? 256 : 6);
            int run = 1 + random.nextInt(n % 2 == 0 ? 40 : 3000);
            byte[] bytes = new byte[Block.VOXELS];
            char[] chars = new char[Block.VOXELS];
            int label = 0;
            for (int i = 0; i < bytes.length; i++) {
                label = random.nextInt(run) == 0 ? 255 - random.nextInt(labels) : label;
                bytes[i] = (byte) label;
                chars[i] = (char) label;
            }
            assertEquals(Blocks.pack(chars), Blocks.pack(bytes));
        }
        assertSame(UniformBlock.BACKGROUND, Blocks.pack(new byte[Block.VOXELS]));
    }
}
