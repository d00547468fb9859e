package org.morphodepot.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SegmentationDiffTest {

    private static final VoxelSize SIZE = new VoxelSize(70, 40, 66);

    private static Labelling painted(int seed) {
        Labelling labelling = new Labelling(Segmentation.empty(SIZE, Geometry.of(1, 1, 1, "mm")));
        for (int i = 0; i < 4; i++) {
            labelling.apply(SegmentEdits.add(labelling.current(), List.of(new Segment("Segment_" + (i + 1), "bone " + i,
                    SegmentColor.ofRgb(i), 0, 1, "", List.of(), true, true, 1))));
        }
        paint(labelling, new Random(seed), 12);
        return labelling;
    }

    private static void paint(Labelling labelling, Random random, int times) {
        for (int i = 0; i < times; i++) {
            int x = random.nextInt(60);
            int y = random.nextInt(30);
            int z = random.nextInt(60);
            labelling.apply(DenseModel.edit(labelling.current(), random.nextInt(2),
                    new VoxelBox(x, y, z, x + 1 + random.nextInt(69 - x), y + 9, z + 1 + random.nextInt(65 - z)),
                    (char) random.nextInt(6)));
        }
    }

    /** The same by looking at every voxel: id -> "added removed box". */
    private static Map<String, String> slow(Segmentation before, Segmentation after) {
        Map<String, String> found = new TreeMap<>();
        List<String> ids = new ArrayList<>(before.segments().stream().map(Segment::id).toList());
        after.segments().stream().map(Segment::id).filter(id -> !ids.contains(id)).forEach(ids::add);
        for (String id : ids) {
            boolean[] a = voxels(before, id);
            boolean[] b = voxels(after, id);
            long added = 0;
            long removed = 0;
            VoxelBox box = VoxelBox.EMPTY;
            for (int i = 0; i < a.length; i++) {
                if (a[i] != b[i]) {
                    added += b[i] ? 1 : 0;
                    removed += a[i] ? 1 : 0;
                    int x = i % SIZE.x();
                    int y = i / SIZE.x() % SIZE.y();
                    int z = i / SIZE.x() / SIZE.y();
                    box = box.union(new VoxelBox(x, y, z, x + 1, y + 1, z + 1));
                }
            }
            if (added + removed > 0) {
                found.put(id, added + " " + removed + " " + box);
            }
        }
        return found;
    }

    private static boolean[] voxels(Segmentation state, String id) {
        boolean[] in = new boolean[(int) SIZE.voxels()];
        state.segment(id).ifPresent(s -> {
            char[] labels = DenseModel.read(state.layer(s.layer()));
            for (int i = 0; i < in.length; i++) {
                in[i] = labels[i] == s.label();
            }
        });
        return in;
    }

    private static Map<String, String> fast(Segmentation before, Segmentation after) {
        Map<String, String> found = new TreeMap<>();
        for (SegmentDifference d : SegmentationDiff.between(before, after)) {
            if (d.changed() > 0) {
                found.put(d.segment().id(), d.added() + " " + d.removed() + " " + d.box());
            }
        }
        return found;
    }

    @Test
    void randomEdits_areCountedAsByLookingAtEveryVoxel() {
        for (int seed = 0; seed < 8; seed++) {
            Labelling labelling = painted(seed);
            Segmentation before = labelling.current();
            paint(labelling, new Random(seed + 100), 3);
            assertEquals(slow(before, labelling.current()), fast(before, labelling.current()));
            assertEquals(List.of(), SegmentationDiff.between(before, before));
        }
    }

    @Test
    void segmentsAddedRemovedAndMoved_areMatchedById() {
        Labelling labelling = painted(3);
        Segmentation before = labelling.current();
        labelling.apply(SegmentEdits.remove(before, List.of("Segment_2")));
        labelling.apply(SegmentEdits.add(labelling.current(), "new", SegmentColor.ofRgb(9), ""));
        Segmentation after = labelling.current().withSegment("Segment_3", s -> s.withPlace(1, 2))
                .withSegment("Segment_4", s -> s.withPlace(1, 9));
        assertEquals(slow(before, after), fast(before, after));
        List<SegmentDifference> all = SegmentationDiff.between(before, after);
        assertTrue(all.getLast().after().isEmpty());
        assertEquals("Segment_2", all.getLast().segment().id());
        assertEquals(slow(after, before), fast(after, before));
    }

    @Test
    void newDescription_isADifferenceWithoutVoxels() {
        Labelling labelling = painted(1);
        Segmentation before = labelling.current();
        labelling.apply(SegmentEdits.rename(before, "Segment_1", "femur"));
        labelling.show(labelling.current().withSegment("Segment_2", s -> s.withVisible(false)));
        List<SegmentDifference> found = SegmentationDiff.between(before, labelling.current());
        assertEquals(1, found.size());
        assertTrue(found.getFirst().isDescribedAnew());
        assertEquals(0, found.getFirst().changed());
        assertFalse(found.getFirst().isNothing());
    }

    @Test
    void edit_turnsOneIntoTheOther() {
        Labelling labelling = painted(5);
        Segmentation before = labelling.current();
        paint(labelling, new Random(6), 4);
        labelling.apply(SegmentEdits.remove(labelling.current(), List.of("Segment_1")));
        Segmentation after = labelling.current();
        Labelling patched = new Labelling(before);
        patched.apply(SegmentationDiff.edit(before, after, "Patch", "test"));
        assertTrue(after.sameContent(patched.current()));
        patched.undo();
        assertEquals(before, patched.current());
        assertTrue(SegmentationDiff.edit(after, after, "Nothing", "test").isEmpty());
    }

    @Test
    void differentGrids_cannotBeCompared() {
        Segmentation other = Segmentation.empty(new VoxelSize(3, 3, 3), Geometry.of(1, 1, 1, "mm"));
        assertThrows(IllegalArgumentException.class, () -> SegmentationDiff.between(other, painted(1).current()));
    }
}
