package org.morphodepot.label.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.label.DenseModel;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.SegmentationDiff;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The laws of merging, on random segmentations with overlapping segments in several layers. */
class SegmentationMergeTest {

    private static final VoxelSize SIZE = new VoxelSize(45, 40, 36);
    private static final Geometry PLACE = Geometry.of(1, 1, 1, "mm");

    private static Segment segment(String id, int layer, int label) {
        return new Segment(id, "name " + id, new SegmentColor(0, 1, 0), layer, label, "", List.of(), true, true, 1);
    }

    private static Labelling base() {
        return new Labelling(new Segmentation(SIZE, PLACE, List.of(segment("a", 0, 1), segment("b", 0, 2), segment("c", 1, 1),
                segment("d", 1, 7)), List.of(LabelLayer.empty(SIZE), LabelLayer.empty(SIZE)), List.of()));
    }

    private static void fill(Labelling labelling, String id, VoxelBox box) {
        Segment s = labelling.current().segment(id).orElseThrow();
        labelling.apply(DenseModel.edit(labelling.current(), s.layer(), box, (char) s.label()));
    }

    private static Labelling worked(Labelling start, long seed, int edits) {
        Labelling labelling = new Labelling(start.current());
        Random random = new Random(seed);
        for (int i = 0; i < edits; i++) {
            List<Segment> list = labelling.current().segments();
            int x = random.nextInt(40);
            int y = random.nextInt(35);
            int z = random.nextInt(30);
            VoxelBox box = new VoxelBox(x, y, z, x + 1 + random.nextInt(45 - x), y + 1 + random.nextInt(40 - y),
                    z + 1 + random.nextInt(6));
            int what = random.nextInt(12);
            if (what == 0 && list.size() > 2) {
                labelling.apply(SegmentEdits.remove(labelling.current(), List.of(list.get(random.nextInt(list.size())).id())));
            } else if (what == 1) {
                labelling.apply(SegmentEdits.add(labelling.current(), List.of(segment("new " + random.nextInt(4), 0, 1))));
            } else if (what == 2) {
                labelling.apply(SegmentEdits.rename(labelling.current(), list.getFirst().id(), "renamed " + random.nextInt(3)));
            } else if (what == 3) {
                labelling.apply(DenseModel.edit(labelling.current(), random.nextInt(2), box, (char) 0));
            } else {
                fill(labelling, list.get(random.nextInt(list.size())).id(), box);
            }
        }
        return labelling;
    }

    /** Ids of the segments at a voxel. */
    private static Set<String> at(Segmentation state, int x, int y, int z) {
        Set<String> ids = new HashSet<>();
        for (Segment s : state.segments()) {
            if (state.layer(s.layer()).label(x, y, z) == s.label()) {
                ids.add(s.id());
            }
        }
        return ids;
    }

    private static void assertSameSegments(Segmentation expected, Segmentation found) {
        assertEquals(List.of(), SegmentationDiff.between(expected, found));
        assertEquals(expected.segments().stream().map(Segment::id).toList(), found.segments().stream().map(Segment::id).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void unchangedSide_givesTheOther(int seed) {
        Segmentation b = worked(base(), seed, 15).current();
        Segmentation o = worked(new Labelling(b), 100 + seed, 12).current();
        assertSameSegments(o, SegmentationMerge.of(b, o, b).merged());
        assertSameSegments(o, SegmentationMerge.of(b, b, o).merged());
        assertSameSegments(o, SegmentationMerge.of(b, o, o).merged());
        for (SegmentationMerge merge : List.of(SegmentationMerge.of(b, o, b), SegmentationMerge.of(b, b, o),
                SegmentationMerge.of(b, o, o))) {
            assertEquals(List.of(), merge.conflicts());
            assertEquals(List.of(), merge.disputed());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void merge_isSymmetricButForConflicts(int seed) {
        Segmentation b = worked(base(), seed, 15).current();
        Segmentation o = worked(new Labelling(b), 100 + seed, 9).current();
        Segmentation t = worked(new Labelling(b), 200 + seed, 9).current();
        SegmentationMerge one = SegmentationMerge.of(b, o, t);
        SegmentationMerge two = SegmentationMerge.of(b, t, o);
        assertEquals(one.conflicts().stream().mapToLong(MergeConflict::voxels).sum(),
                two.conflicts().stream().mapToLong(MergeConflict::voxels).sum());
        for (int z = 0; z < SIZE.z(); z++) {
            for (int y = 0; y < SIZE.y(); y++) {
                for (int x = 0; x < SIZE.x(); x++) {
                    if (!inConflict(one, x, y, z)) {
                        assertEquals(at(one.merged(), x, y, z), at(two.merged(), x, y, z), x + " " + y + " " + z);
                    }
                }
            }
        }
    }

    private static boolean inConflict(SegmentationMerge merge, int x, int y, int z) {
        boolean conflict = false;
        for (int layer = 0; layer < merge.merged().layers().size(); layer++) {
            conflict |= merge.conflictLayer(layer).label(x, y, z) != 0;
        }
        return conflict;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void voxels_areThoseOfWhoChangedThem(int seed) {
        Labelling start = base();
        fill(start, "a", new VoxelBox(2, 2, 2, 44, 20, 30));
        fill(start, "c", new VoxelBox(0, 10, 0, 30, 30, 30));
        Segmentation b = start.current();
        Labelling o = new Labelling(b);
        Labelling t = new Labelling(b);
        Random random = new Random(seed);
        for (int i = 0; i < 8; i++) {
            int x = random.nextInt(30);
            int z = random.nextInt(20);
            fill(i % 2 == 0 ? o : t, List.of("a", "b", "c", "d").get(random.nextInt(4)), new VoxelBox(x, 5, z, x + 12, 33, z + 15));
        }
        SegmentationMerge merge = SegmentationMerge.of(b, o.current(), t.current());
        long conflicts = 0;
        for (int z = 0; z < SIZE.z(); z++) {
            for (int y = 0; y < SIZE.y(); y++) {
                for (int x = 0; x < SIZE.x(); x++) {
                    for (int layer = 0; layer < 2; layer++) {
                        int was = b.layer(layer).label(x, y, z);
                        int mine = o.current().layer(layer).label(x, y, z);
                        int other = t.current().layer(layer).label(x, y, z);
                        boolean clash = mine != was && other != was && mine != other;
                        conflicts += clash ? 1 : 0;
                        assertEquals(mine == was ? other : mine, merge.merged().layer(layer).label(x, y, z));
                        assertEquals(clash, merge.conflictLayer(layer).label(x, y, z) != 0);
                    }
                }
            }
        }
        assertEquals(conflicts, merge.conflicts().stream().mapToLong(MergeConflict::voxels).sum());
    }

    @Test
    void conflicts_areParts_andCanBeSettled() {
        Labelling start = base();
        Labelling o = new Labelling(start.current());
        Labelling t = new Labelling(start.current());
        fill(o, "a", new VoxelBox(0, 0, 0, 10, 10, 3));
        fill(t, "b", new VoxelBox(5, 0, 0, 15, 10, 3));
        fill(o, "a", new VoxelBox(30, 30, 30, 40, 36, 34));
        fill(t, "b", new VoxelBox(28, 30, 30, 34, 36, 34));
        SegmentationMerge merge = SegmentationMerge.of(start.current(), o.current(), t.current());
        assertEquals(List.of(new VoxelBox(5, 0, 0, 10, 10, 3), new VoxelBox(30, 30, 30, 34, 36, 34)),
                merge.conflicts().stream().map(MergeConflict::box).toList());
        MergeConflict second = merge.conflicts().get(1);
        assertEquals(4 * 6 * 4, second.voxels());
        assertEquals(Optional.empty(), second.base());
        assertEquals("a", second.ours().orElseThrow().id());
        assertEquals("b", second.theirs().orElseThrow().id());
        Labelling settled = new Labelling(merge.merged());
        settled.apply(merge.settle(second, SegmentationMerge.Side.THEIRS));
        settled.apply(merge.settle(merge.conflicts().getFirst(), SegmentationMerge.Side.BASE));
        assertEquals(Set.of("b"), at(settled.current(), 31, 32, 31));
        assertEquals(Set.of("a"), at(settled.current(), 35, 32, 31));
        assertEquals(Set.of(), at(settled.current(), 7, 2, 1));
        assertEquals(Set.of("a"), at(settled.current(), 2, 2, 1));
    }

    @Test
    void segmentsOfDifferentPlaces_areMatchedById() {
        Labelling start = base();
        fill(start, "a", new VoxelBox(0, 0, 0, 9, 9, 9));
        fill(start, "c", new VoxelBox(3, 3, 3, 12, 12, 12));
        Segmentation b = start.current();
        List<Segment> elsewhere = List.of(segment("c", 0, 5), segment("a", 1, 9), segment("b", 1, 3), segment("d", 0, 2));
        Labelling moved = new Labelling(new Segmentation(SIZE, PLACE, elsewhere,
                List.of(LabelLayer.empty(SIZE), LabelLayer.empty(SIZE)), List.of()));
        fill(moved, "a", new VoxelBox(0, 0, 0, 9, 9, 9));
        fill(moved, "c", new VoxelBox(3, 3, 3, 12, 12, 12));
        fill(moved, "b", new VoxelBox(20, 20, 20, 30, 30, 30));
        Labelling o = new Labelling(b);
        fill(o, "d", new VoxelBox(25, 25, 25, 35, 35, 35));
        SegmentationMerge merge = SegmentationMerge.of(b, o.current(), moved.current());
        assertEquals(List.of(), merge.conflicts());
        assertEquals(Set.of("a", "c"), at(merge.merged(), 4, 4, 4));
        assertEquals(Set.of("b", "d"), at(merge.merged(), 27, 27, 27));
        assertEquals(List.of("c", "a", "b", "d"), merge.merged().segments().stream().map(Segment::id).toList());
    }

    @Test
    void newSegmentsOfBothSides_getPlacesOfTheirOwn() {
        Segmentation b = base().current();
        Labelling o = new Labelling(b);
        Labelling t = new Labelling(b);
        o.apply(SegmentEdits.add(b, List.of(segment("mine", 0, 9))));
        t.apply(SegmentEdits.add(b, List.of(segment("theirs", 0, 9))));
        fill(o, "mine", new VoxelBox(0, 0, 0, 5, 5, 5));
        fill(t, "theirs", new VoxelBox(10, 10, 10, 15, 15, 15));
        Segmentation merged = SegmentationMerge.of(b, o.current(), t.current()).merged();
        assertEquals(Set.of("mine"), at(merged, 2, 2, 2));
        assertEquals(Set.of("theirs"), at(merged, 12, 12, 12));
        assertEquals(6, new HashSet<>(merged.segments().stream().map(s -> s.layer() + ":" + s.label()).toList()).size());
    }

    @Test
    void removedAndChanged_isDisputedAndStays() {
        Labelling start = base();
        fill(start, "a", new VoxelBox(0, 0, 0, 9, 9, 9));
        Segmentation b = start.current();
        Labelling o = new Labelling(b);
        o.apply(SegmentEdits.remove(b, List.of("a", "b")));
        Labelling t = new Labelling(b);
        fill(t, "a", new VoxelBox(0, 0, 0, 12, 9, 9));
        SegmentationMerge merge = SegmentationMerge.of(b, o.current(), t.current());
        assertEquals(List.of("a"), merge.disputed());
        assertTrue(merge.merged().segment("a").isPresent());
        assertTrue(merge.merged().segment("b").isEmpty());
        assertEquals(Set.of("a"), at(merge.merged(), 11, 2, 2));
    }

    @Test
    void namesOfBothSides_areDisputed() {
        Segmentation b = base().current();
        Segmentation o = b.withSegment("a", s -> s.withName("left")).withSegment("b", s -> s.withName("mine"));
        Segmentation t = b.withSegment("a", s -> s.withName("right").withColor(new SegmentColor(1, 1, 1)));
        SegmentationMerge merge = SegmentationMerge.of(b, o, t);
        assertEquals(List.of("a"), merge.disputed());
        Segment a = merge.merged().segment("a").orElseThrow();
        assertEquals("left", a.name());
        assertEquals(new SegmentColor(1, 1, 1), a.color());
        assertEquals("mine", merge.merged().segment("b").orElseThrow().name());
    }

    @Test
    void parts_touchAtCorners_butNotAcrossDifferentLabels() {
        ConflictRuns runs = new ConflictRuns();
        List<int[]> voxels = new ArrayList<>(List.of(new int[] {31, 0, 0}, new int[] {32, 0, 0}, new int[] {33, 1, 1},
                new int[] {35, 1, 1}, new int[] {40, 40, 3}));
        voxels.forEach(v -> runs.add(v[0], v[1], v[2], (char) 0, (char) 1, (char) 2));
        runs.add(41, 40, 3, (char) 0, (char) 1, (char) 3);
        assertEquals(List.of(3, 1, 1, 1), runs.parts().stream().map(List::size).toList());
    }

    @Test
    void otherScan_isRefused() {
        Segmentation other = Segmentation.empty(new VoxelSize(3, 3, 3), PLACE);
        assertThrows(IllegalArgumentException.class, () -> SegmentationMerge.of(other, base().current(), base().current()));
    }
}
