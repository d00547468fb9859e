package org.morphodepot.work.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.work.review.Spot.Kind;

class ComparisonTest {

    private static final VoxelSize SIZE = new VoxelSize(70, 50, 40);

    private final Segmentation nothing = Segmentation.empty(SIZE, Geometry.of(1, 1, 1, ""));

    @Test
    void equalStates_haveNoDifference() {
        Segmentation one = with(nothing, List.of(segment("a", 0, 1)), (x, _, _) -> x < 10 ? 1 : 0);
        assertTrue(Comparison.of(one, one, Progress.NONE).isNothing());
    }

    @Test
    void newStructureOverABlockBorder_isOnePlaceAndOneLine() {
        Segmentation one = with(nothing, List.of(segment("a", 0, 1)),
                (x, y, z) -> x >= 20 && x < 45 && y >= 30 && y < 40 && z >= 31 && z < 34 ? 1 : 0);
        Comparison all = Comparison.of(nothing, one, Progress.NONE);
        assertEquals(1, all.spots().size());
        Spot place = all.spots().getFirst();
        assertEquals(new VoxelBox(20, 30, 31, 45, 40, 34), place.box());
        assertEquals(25 * 10 * 3, place.voxels());
        assertEquals(new VoxelPoint(32, 34, 32), place.at());
        assertEquals(Kind.ADDED, place.kind());
        StructureChange line = all.structures().getFirst();
        assertEquals(750, line.added());
        assertEquals(0, line.voxelsBefore());
        assertEquals(750, line.voxelsAfter());
        assertEquals(place.box(), line.box());
    }

    @Test
    void exchangedRemovedAndAdded_areToldApart() {
        List<Segment> two = List.of(segment("a", 0, 1), segment("b", 0, 2));
        Segmentation before = with(nothing, two, (x, y, z) -> z == 3 && y == 3 && x < 10 ? 1 : 0);
        Segmentation after = with(nothing, two, (x, y, z) -> z == 3 && y == 3 && x >= 4 && x < 20 ? x < 8 ? 2 : 1 : 0);
        Comparison all = Comparison.of(before, after, Progress.NONE);
        StructureChange a = all.structure("a").orElseThrow();
        assertEquals(List.of(10L, 4L, 4L), List.of(a.added(), a.removed(), a.changed()));
        StructureChange b = all.structure("b").orElseThrow();
        assertEquals(List.of(0L, 0L, 4L), List.of(b.added(), b.removed(), b.changed()));
        assertEquals(List.of(10L, 4L, 4L), all.spots().stream().map(Spot::voxels).toList());
        assertEquals(Set.of(Kind.ADDED, Kind.REMOVED, Kind.CHANGED), Set.of(all.spots().get(0).kind(),
                all.spots().get(1).kind(), all.spots().get(2).kind()));
        assertEquals(List.of(10L, 4L, 4L), IntStream.range(0, 3).mapToObj(i -> all.voxels(Kind.values()[i])).toList());
    }

    @Test
    void sameStructureWithAnotherLabelAndLayer_isNoDifference() {
        Segmentation before = with(nothing, List.of(segment("a", 0, 1)), (x, y, _) -> x == y ? 1 : 0);
        Segmentation moved = with(nothing, List.of(segment("a", 0, 7)), (x, y, _) -> x == y ? 7 : 0);
        assertTrue(Comparison.of(before, moved, Progress.NONE).isNothing());
        Segmentation layer = moved.withLayers(List.of(LabelLayer.empty(SIZE), moved.layer(0)))
                .withSegments(List.of(segment("a", 1, 7)));
        assertTrue(Comparison.of(before, layer, Progress.NONE).isNothing());
        Segmentation otherId = with(nothing, List.of(new Segment("x", "a", SegmentColor.ofRgb(255), 0, 1, "", List.of(), true,
                false, 1)), (x, y, _) -> x == y ? 1 : 0);
        assertEquals(0, Comparison.of(before, otherId, Progress.NONE).structures().stream().mapToLong(StructureChange::voxels)
                .sum());
    }

    @Test
    void renamedStructure_isToldWithoutVoxels() {
        Segmentation before = with(nothing, List.of(segment("a", 0, 1)), (x, _, _) -> x == 0 ? 1 : 0);
        Comparison all = Comparison.of(before, before.withSegment("a", s -> s.withName("femur")), Progress.NONE);
        assertEquals("femur", all.structures().getFirst().name());
        assertTrue(all.structures().getFirst().isDescribedAnew());
        assertTrue(all.spots().isEmpty());
    }

    @Test
    void randomStates_countAsVoxelByVoxel() {
        Random random = new Random(7);
        for (int round = 0; round < 6; round++) {
            int layers = 1 + round % 2;
            Segmentation before = random(random, layers);
            Segmentation after = random(random, 1 + round / 3);
            Comparison all = Comparison.of(before, after, Progress.NONE);
            Map<String, long[]> wanted = count(before, after);
            for (String id : wanted.keySet()) {
                long[] w = wanted.get(id);
                StructureChange line = all.structure(id).orElse(null);
                long[] got = line == null ? new long[3] : new long[] {line.added(), line.removed(), line.changed()};
                assertEquals(List.of(w[0], w[1], w[2]), List.of(got[0], got[1], got[2]), id + " of round " + round);
            }
            long[] differing = {0};
            all.difference().forEachBlock((_, _, _, block) -> {
                for (int i = 0; i < Block.VOXELS; i++) {
                    differing[0] += block.label(i) > 0 ? 1 : 0;
                }
                return true;
            });
            assertEquals(differing[0], all.spots().stream().mapToLong(Spot::voxels).sum());
            all.spots().forEach(place -> assertEquals(place.kind().label(),
                    all.difference().label(place.at().x(), place.at().y(), place.at().z())));
        }
    }

    @Test
    void cornersTouching_areOnePlace() {
        Segmentation one = with(nothing, List.of(segment("a", 0, 1)), (x, y, z) -> x == y && y == z && x < 36 ? 1 : 0);
        Comparison all = Comparison.of(nothing, one, Progress.NONE);
        assertEquals(1, all.spots().size());
        assertEquals(36, all.spots().getFirst().voxels());
        Segmentation apart = with(nothing, List.of(segment("a", 0, 1)), (x, y, z) -> y == 2 * x && z == 0 && x < 20 ? 1 : 0);
        assertEquals(20, Comparison.of(nothing, apart, Progress.NONE).spots().size());
    }

    @Test
    void otherGrid_isRefusedAndCancelStops() {
        Segmentation small = Segmentation.empty(new VoxelSize(3, 3, 3), Geometry.of(1, 1, 1, ""));
        assertThrows(IllegalArgumentException.class, () -> Comparison.of(small, nothing, Progress.NONE));
        Segmentation one = with(nothing, List.of(segment("a", 0, 1)), (x, _, _) -> x == 0 ? 1 : 0);
        assertThrows(CancellationException.class, () -> Comparison.of(nothing, one, new Progress() {
            @Override
            public void report(long done, long total, String what) {
                // nobody is watching
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        }));
    }

    @Test
    void picture_holdsAllThreeAndTogglesWithoutAnEdit() {
        Segmentation before = with(nothing, List.of(segment("a", 0, 1)), (x, _, _) -> x == 0 ? 1 : 0);
        Segmentation after = with(nothing, List.of(segment("a", 0, 1)), (x, _, _) -> x == 1 ? 1 : 0);
        Segmentation picture = Picture.of(Comparison.of(before, after, Progress.NONE));
        assertEquals(List.of("Added", "Removed", "Changed", "a", "a (before)"),
                picture.segments().stream().map(Segment::name).toList());
        assertEquals(3, picture.layers().size());
        assertEquals(1, picture.layer(2).label(1, 0, 0));
        assertEquals(2, picture.layer(2).label(0, 0, 0));
        Segmentation base = Picture.showing(picture, Set.of(Picture.Shown.BASE));
        assertEquals(Set.of(Picture.Shown.BASE), Picture.shown(base));
        assertTrue(base.sameContent(picture));
    }

    private static Map<String, long[]> count(Segmentation before, Segmentation after) {
        Map<String, long[]> counts = new HashMap<>();
        for (int z = 0; z < SIZE.z(); z++) {
            for (int y = 0; y < SIZE.y(); y++) {
                for (int x = 0; x < SIZE.x(); x++) {
                    Set<String> was = at(before, x, y, z);
                    Set<String> is = at(after, x, y, z);
                    List<String> lost = was.stream().filter(id -> !is.contains(id)).toList();
                    List<String> gained = is.stream().filter(id -> !was.contains(id)).toList();
                    boolean both = !lost.isEmpty() && !gained.isEmpty();
                    lost.forEach(id -> counts.computeIfAbsent(id, _ -> new long[3])[both ? 2 : 1]++);
                    gained.forEach(id -> counts.computeIfAbsent(id, _ -> new long[3])[both ? 2 : 0]++);
                }
            }
        }
        return counts;
    }

    private static Set<String> at(Segmentation state, int x, int y, int z) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < state.layers().size(); i++) {
            state.segmentAt(i, state.layer(i).label(x, y, z)).map(Segment::id).ifPresent(ids::add);
        }
        return Set.copyOf(ids);
    }

    private Segmentation random(Random random, int layers) {
        List<Segment> segments = new ArrayList<>();
        List<LabelLayer> made = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            int first = segments.size();
            for (int i = 0; i < 3; i++) {
                segments.add(segment("s" + (first + i), layer, 1 + random.nextInt(3) * 10 + i));
            }
            int[] boxes = random.ints(12, 0, 60).toArray();
            int at = layer;
            made.add(layer((x, y, z) -> {
                for (int i = 0; i < 3; i++) {
                    int b = 4 * i;
                    if (x >= boxes[b] && x < boxes[b] + 15 && y >= boxes[b + 1] / 2 && z >= boxes[b + 2] / 2 && z % 7 != 0) {
                        return segments.get(3 * at + i).label();
                    }
                }
                return 0;
            }));
        }
        return new Segmentation(SIZE, nothing.geometry(), segments, made, List.of());
    }

    private static Segment segment(String id, int layer, int label) {
        return new Segment(id, id, SegmentColor.ofRgb(255), layer, label, "", List.of(), true, false, 1);
    }

    private static Segmentation with(Segmentation empty, List<Segment> segments, Voxels voxels) {
        return empty.withSegments(segments).withLayers(List.of(layer(voxels)));
    }

    private static LabelLayer layer(Voxels voxels) {
        List<BlockChange> blocks = new ArrayList<>();
        for (int bz = 0; bz << Block.SHIFT < SIZE.z(); bz++) {
            for (int by = 0; by << Block.SHIFT < SIZE.y(); by++) {
                for (int bx = 0; bx << Block.SHIFT < SIZE.x(); bx++) {
                    char[] labels = new char[Block.VOXELS];
                    for (int i = 0; i < Block.VOXELS; i++) {
                        labels[i] = (char) voxels.label((bx << 5) + (i & 31), (by << 5) + (i >> 5 & 31), (bz << 5) + (i >> 10));
                    }
                    blocks.add(new BlockChange(bx, by, bz, Block.of(labels)));
                }
            }
        }
        return LabelLayer.empty(SIZE).with(blocks);
    }

    private interface Voxels {
        int label(int x, int y, int z);
    }
}
