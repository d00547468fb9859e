package org.morphodepot.volume.zarr.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.zarr.codec.Elements;

class ReductionTest {

    private static final int[] CUBE = {2, 2, 2};

    private static byte[] labels(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static int vote(int... eight) {
        return new LabelVote().reduce(VoxelType.UINT8, labels(eight), CUBE, CUBE)[0] & 0xff;
    }

    @Test
    void mostFrequentLabel_wins() {
        assertEquals(3, vote(3, 3, 3, 200, 200, 3, 0, 0));
        assertEquals(200, vote(3, 200, 200, 200, 0, 0, 0, 0));
    }

    @Test
    void thinStructure_survivesABackgroundMajority() {
        assertEquals(5, vote(0, 0, 5, 5, 0, 0, 0, 0));
        assertEquals(0, vote(0, 0, 5, 0, 0, 0, 0, 0), "a single voxel is noise");
        assertEquals(7, vote(7, 7, 7, 7, 7, 7, 7, 7));
    }

    @Test
    void tie_goesToTheSmallerLabel() {
        assertEquals(4, vote(9, 9, 4, 4, 0, 0, 0, 0));
    }

    @Test
    void mean_roundsHalfUp() {
        Mean mean = new Mean();
        assertArrayEquals(labels(1), mean.reduce(VoxelType.UINT8, labels(0, 1), new int[] {1, 1, 2}, CUBE));
        assertArrayEquals(labels(0), mean.reduce(VoxelType.INT8, labels(-1, 0), new int[] {1, 1, 2}, CUBE));
        assertArrayEquals(labels(-1), mean.reduce(VoxelType.INT8, labels(-1, -2), new int[] {1, 1, 2}, CUBE));
        assertArrayEquals(labels(255),
                mean.reduce(VoxelType.UINT8, labels(255, 255, 255, 255, 255, 255, 255, 255), CUBE, CUBE));
    }

    @Test
    void oddEdge_standsForFewerVoxels() {
        byte[] reduced = new Mean().reduce(VoxelType.UINT8, labels(1, 3, 10), new int[] {1, 1, 3}, new int[] {1, 1, 2});
        assertArrayEquals(labels(2, 10), reduced);
    }

    @Test
    void axisThatIsNotHalved_keepsItsValues() {
        byte[] reduced = new Mean()
                .reduce(VoxelType.UINT8, labels(1, 3, 5, 7), new int[] {2, 1, 2}, new int[] {1, 1, 2});
        assertArrayEquals(labels(2, 6), reduced);
    }

    /** Against exact arithmetic, also where sums of eight do not fit into 64 bits. */
    @Test
    void meanOfLongs_isExact() {
        Random random = new Random(4);
        for (VoxelType type : new VoxelType[] {VoxelType.INT64, VoxelType.UINT64}) {
            Elements elements = new Elements(type, false);
            for (int round = 0; round < 200; round++) {
                byte[] bytes = new byte[64];
                BigInteger sum = BigInteger.ZERO;
                for (int i = 0; i < 8; i++) {
                    long value = random.nextInt(4) == 0 ? -1L >>> random.nextInt(2) : random.nextLong();
                    elements.putBits(bytes, 8 * i, value);
                    sum = sum.add(type == VoxelType.INT64 ? BigInteger.valueOf(value)
                            : new BigInteger(Long.toUnsignedString(value)));
                }
                long expected = sum.add(BigInteger.valueOf(4)).shiftRight(3).longValue();
                assertEquals(expected, elements.bits(new Mean().reduce(type, bytes, CUBE, CUBE), 0));
            }
        }
    }

    @Test
    void meanOfFloats_isTheMean() {
        for (VoxelType type : new VoxelType[] {VoxelType.FLOAT16, VoxelType.FLOAT32, VoxelType.FLOAT64}) {
            Elements elements = new Elements(type, false);
            byte[] bytes = new byte[2 * type.bytes()];
            elements.putBits(bytes, 0, elements.toBits(0.5));
            elements.putBits(bytes, type.bytes(), elements.toBits(-2));
            byte[] reduced = new Mean().reduce(type, bytes, new int[] {1, 2, 1}, CUBE);
            assertEquals(-0.75, elements.toDouble(elements.bits(reduced, 0)));
        }
    }
}
