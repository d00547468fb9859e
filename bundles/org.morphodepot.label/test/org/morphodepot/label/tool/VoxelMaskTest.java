package org.morphodepot.label.tool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;

class VoxelMaskTest {

    @Test
    void emptyMask_hasNoBoxAndNoVoxel() {
        VoxelMask mask = new VoxelMask();
        assertTrue(mask.isEmpty());
        assertEquals(VoxelBox.EMPTY, mask.box());
        assertEquals(0, mask.count());
        assertFalse(mask.contains(0, 0, 0));
        assertFalse(mask.read(0, 0, 0, new long[BlockMask.WORDS]));
    }

    @Test
    void emptyRow_addsNothing() {
        VoxelMask mask = new VoxelMask();
        mask.addRow(5, 5, 1, 1);
        mask.addRow(5, 3, 1, 1);
        assertTrue(mask.isEmpty());
    }

    @Test
    void rows_behaveAsASetOfVoxels() {
        Random random = new Random(1);
        VoxelMask mask = new VoxelMask();
        Set<VoxelPoint> model = new HashSet<>();
        VoxelBox box = VoxelBox.EMPTY;
        for (int i = 0; i < 300; i++) {
            int x0 = random.nextInt(100);
            int x1 = x0 + 1 + random.nextInt(90);
            int y = random.nextInt(70);
            int z = random.nextInt(70);
            mask.addRow(x0, x1, y, z);
            box = box.union(new VoxelBox(x0, y, z, x1, y + 1, z + 1));
            for (int x = x0; x < x1; x++) {
                model.add(new VoxelPoint(x, y, z));
            }
        }
        assertEquals(model, voxels(mask));
        assertEquals(model.size(), mask.count());
        assertEquals(box, mask.box());
        for (int i = 0; i < 2000; i++) {
            VoxelPoint p = new VoxelPoint(random.nextInt(200), random.nextInt(70), random.nextInt(70));
            assertEquals(model.contains(p), mask.contains(p));
        }
    }

    @Test
    void voxelsOutsideTheScan_areNeverInside() {
        VoxelMask mask = new VoxelMask();
        mask.addRow(0, 64, 0, 0);
        assertFalse(mask.contains(-1, 0, 0));
        assertFalse(mask.contains(0, -1, 0));
        assertFalse(mask.contains(0, 0, -64));
        assertThrows(IndexOutOfBoundsException.class, () -> mask.add(-1, 0, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> mask.add(1 << 26, 0, 0));
    }

    @Test
    void wholeBlock_isStoredOnceAndReadsFull() {
        VoxelMask mask = new VoxelMask();
        long[] full = new long[BlockMask.WORDS];
        java.util.Arrays.fill(full, -1);
        mask.add(40, 3, 3);
        mask.addBlock(1, 0, 0, full);
        mask.add(41, 3, 3);
        assertEquals(32 * 32 * 32, mask.count());
        assertEquals(new VoxelBox(32, 0, 0, 64, 32, 32), mask.box());
        long[] read = new long[BlockMask.WORDS];
        assertTrue(mask.read(1, 0, 0, read));
        assertArrayEquals(full, read);
    }

    @Test
    void addAll_unites() {
        VoxelMask one = new VoxelMask();
        one.addRow(0, 40, 1, 1);
        VoxelMask other = new VoxelMask();
        other.addRow(30, 80, 1, 1);
        other.add(5, 6, 70);
        one.addAll(other);
        Set<VoxelPoint> expected = new HashSet<>(voxels(other));
        for (int x = 0; x < 40; x++) {
            expected.add(new VoxelPoint(x, 1, 1));
        }
        assertEquals(expected, voxels(one));
        assertEquals(new VoxelBox(0, 1, 1, 80, 7, 71), one.box());
    }

    @Test
    void blockBits_boundsAndClipAgreeWithEachVoxel() {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            VoxelMask mask = new VoxelMask();
            VoxelBox box = VoxelBox.EMPTY;
            VoxelBox clip = new VoxelBox(32 + random.nextInt(32), random.nextInt(32), random.nextInt(40),
                    32 + random.nextInt(40), random.nextInt(40), random.nextInt(40));
            for (int i = 0; i < 20; i++) {
                VoxelPoint p = new VoxelPoint(32 + random.nextInt(32), random.nextInt(32), random.nextInt(32));
                mask.add(p.x(), p.y(), p.z());
                box = clip.contains(p) ? box.union(VoxelBox.at(p)) : box;
            }
            long[] bits = new long[BlockMask.WORDS];
            mask.read(1, 0, 0, bits);
            boolean left = BlockBits.clip(bits, 1, 0, 0, clip);
            assertEquals(!box.isEmpty(), left);
            if (left) {
                assertEquals(box, BlockBits.bounds(bits, 1, 0, 0));
            }
        }
    }

    @Test
    void setOperations_agreeWithSetsOfVoxels() throws IOException {
        Random random = new Random(9);
        VoxelBox box = new VoxelBox(3, 2, 1, 66, 60, 40);
        for (int run = 0; run < 5; run++) {
            VoxelMask a = rows(random);
            VoxelMask b = rows(random);
            Set<VoxelPoint> both = new HashSet<>(voxels(a));
            both.retainAll(voxels(b));
            assertEquals(both, voxels(copy(a.and(b), box)));
            Set<VoxelPoint> less = new HashSet<>(voxels(a));
            less.removeAll(voxels(b));
            assertEquals(less, voxels(copy(a.minus(b), box)));
            Set<VoxelPoint> rest = new HashSet<>(voxels(copy(BlockMask.all(box), box)));
            assertEquals(box.voxels(), rest.size());
            rest.removeAll(voxels(a));
            assertEquals(rest, voxels(copy(a.complement(box), box)));
        }
    }

    private static VoxelMask rows(Random random) {
        VoxelMask mask = new VoxelMask();
        for (int i = 0; i < 300; i++) {
            int x = 3 + random.nextInt(60);
            mask.addRow(x, Math.min(66, x + random.nextInt(40)), 2 + random.nextInt(58), 1 + random.nextInt(39));
        }
        return mask;
    }

    /** All voxels of a set, found by asking for every block. */
    private static VoxelMask copy(BlockMask set, VoxelBox scan) throws IOException {
        VoxelMask copy = new VoxelMask();
        VoxelBox blocks = BlockMask.blocks(scan);
        long[] bits = new long[BlockMask.WORDS];
        for (int i = 0; i < blocks.voxels(); i++) {
            int bx = blocks.x0() + i % blocks.width();
            int by = blocks.y0() + i / blocks.width() % blocks.height();
            int bz = blocks.z0() + i / blocks.width() / blocks.height();
            if (set.read(bx, by, bz, bits)) {
                copy.addBlock(bx, by, bz, bits);
            }
        }
        return copy;
    }

    private static Set<VoxelPoint> voxels(VoxelMask mask) {
        Set<VoxelPoint> voxels = new HashSet<>();
        mask.forEachRow((x0, x1, y, z) -> {
            for (int x = x0; x < x1; x++) {
                assertTrue(voxels.add(new VoxelPoint(x, y, z)), "visited twice");
            }
        });
        return voxels;
    }
}
