package org.morphodepot.label.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.Block;
import org.morphodepot.label.Edit;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.MaskRule.Area;
import org.morphodepot.label.tool.MaskRule.Overwrite;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

class PaintingTest {

    private static final VoxelSize SIZE = new VoxelSize(70, 37, 33);
    private static final int VOXELS = (int) SIZE.voxels();

    /** Values of a dense array; remembers what was asked for. */
    private static final class DenseValues implements Intensities {

        private final float[] values = new float[VOXELS];
        private VoxelBox read = VoxelBox.EMPTY;

        @Override
        public void read(VoxelBox box, float[] out) {
            assertEquals(box, box.intersect(SIZE.box()), "outside the scan");
            read = read.union(box);
            int o = 0;
            for (int z = box.z0(); z < box.z1(); z++) {
                for (int y = box.y0(); y < box.y1(); y++) {
                    for (int x = box.x0(); x < box.x1(); x++) {
                        out[o++] = values[(z * SIZE.y() + y) * SIZE.x() + x];
                    }
                }
            }
        }

        @Override
        public DisplayRange range() {
            return new DisplayRange(0, 9);
        }
    }

    @Test
    void randomPaint_agreesWithTheDenseModel() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            check(new Random(seed), "seed " + seed);
        }
    }

    private void check(Random random, String what) throws IOException {
        Segmentation state = randomState(random);
        DenseValues values = new DenseValues();
        for (int i = 0; i < VOXELS; i++) {
            values.values[i] = random.nextInt(10);
        }
        ToolContext context = new ToolContext(state, state.segments().get(random.nextInt(state.segments().size())).id(),
                randomRule(random, state), Settings.NONE, values);
        VoxelMask add = random.nextInt(4) == 0 ? new VoxelMask() : randomMask(random);
        VoxelMask remove = random.nextBoolean() ? new VoxelMask() : randomMask(random);

        Edit edit = Painting.change(context, add, remove, "Change", "test", Progress.NONE);

        Map<String, BitSet> before = DenseModel.sets(state);
        Map<String, BitSet> expected = DenseModel.changed(context, before, dense(add), dense(remove), values.values);
        Labelling labelling = new Labelling(state);
        labelling.apply(edit);
        assertEquals("", difference(expected, withoutEmptyStrays(labelling.current(), expected)), what + " " + context.mask());
        assertEquals(expected.equals(before), edit.isEmpty(), what + ": an edit that changes nothing is empty");
        assertMinimal(state, edit, what);
        if (!edit.isEmpty()) {
            labelling.undo();
        }
        assertTrue(labelling.current().sameContent(state), what + ": undo is identity");
    }

    /** The first voxel that differs, per segment: the sets themselves would fill the screen. */
    private static String difference(Map<String, BitSet> expected, Map<String, BitSet> actual) {
        StringBuilder text = new StringBuilder();
        actual.forEach((id, set) -> {
            BitSet wrong = (BitSet) set.clone();
            wrong.xor(expected.getOrDefault(id, new BitSet()));
            if (!wrong.isEmpty()) {
                text.append(id + ": " + wrong.cardinality() + " differ, first " + wrong.nextSetBit(0) + "; ");
            }
        });
        return text.toString();
    }

    private static Map<String, BitSet> withoutEmptyStrays(Segmentation state, Map<String, BitSet> expected) {
        Map<String, BitSet> sets = DenseModel.sets(state);
        expected.forEach((id, set) -> sets.putIfAbsent(id, new BitSet()));
        return sets;
    }

    /** Every block of the edit differs, and no changed voxel is outside the box. */
    private static void assertMinimal(Segmentation state, Edit edit, String what) {
        for (Edit.BlockEdit b : edit.blocks()) {
            for (int i = 0; i < Block.VOXELS; i++) {
                if (b.before().label(i) != b.after().label(i)) {
                    assertTrue(edit.box().contains((b.bx() << 5) + (i & 31), (b.by() << 5) + (i >> 5 & 31),
                            (b.bz() << 5) + (i >> 10)), what);
                }
            }
            assertTrue(!b.before().equals(b.after()), what + ": unchanged block");
            assertEquals(b.before(), b.layer() < state.layers().size()
                    ? state.layers().get(b.layer()).block(b.bx(), b.by(), b.bz()) : Block.uniform(0), what);
        }
    }

    private static Segmentation randomState(Random random) {
        int layers = 1 + random.nextInt(3);
        List<LabelLayer> layerList = new ArrayList<>();
        List<Segment> segments = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            int count = 1 + random.nextInt(3);
            for (int k = 1; k <= count; k++) {
                segments.add(segment("S" + layer + k, layer, k * (random.nextBoolean() ? 1 : 300) + layer,
                        random.nextInt(3) > 0, random.nextInt(3) == 0));
            }
            layerList.add(randomLayer(random, segments.stream().mapToInt(Segment::label).toArray()));
        }
        if (random.nextInt(5) == 0) {
            segments.add(segment("unborn", layers, 1, true, false));
        }
        return new Segmentation(SIZE, Geometry.of(1, 1, 1, "mm"), segments, layerList, List.of());
    }

    /** Boxes of labels, some of which no segment of the layer has. */
    private static LabelLayer randomLayer(Random random, int[] labels) {
        VoxelMask[] masks = new VoxelMask[labels.length];
        LabelLayer layer = LabelLayer.empty(SIZE);
        for (int k = 0; k < labels.length; k++) {
            masks[k] = randomMask(random);
            layer = layer.with(painted(layer, masks[k], labels[k]));
        }
        return layer;
    }

    private static List<BlockChange> painted(LabelLayer layer, VoxelMask mask, int label) {
        List<BlockChange> changes = new ArrayList<>();
        for (int bz = 0; bz <= SIZE.z() - 1 >> 5; bz++) {
            for (int by = 0; by <= SIZE.y() - 1 >> 5; by++) {
                for (int bx = 0; bx <= SIZE.x() - 1 >> 5; bx++) {
                    char[] labels = new char[Block.VOXELS];
                    layer.block(bx, by, bz).copyTo(labels);
                    for (int i = 0; i < labels.length; i++) {
                        if (mask.contains((bx << 5) + (i & 31), (by << 5) + (i >> 5 & 31), (bz << 5) + (i >> 10))) {
                            labels[i] = (char) label;
                        }
                    }
                    changes.add(new BlockChange(bx, by, bz, Block.of(labels)));
                }
            }
        }
        return changes;
    }

    private static VoxelMask randomMask(Random random) {
        VoxelMask mask = new VoxelMask();
        for (int k = random.nextInt(4); k >= 0; k--) {
            int x = random.nextInt(SIZE.x());
            int y = random.nextInt(SIZE.y());
            int z = random.nextInt(SIZE.z());
            int side = 1 + random.nextInt(40);
            for (int dz = 0; dz < side && z + dz < SIZE.z(); dz++) {
                for (int dy = 0; dy < side && y + dy < SIZE.y(); dy++) {
                    mask.addRow(x, Math.min(SIZE.x(), x + side), y + dy, z + dz);
                }
            }
        }
        // Some of it outside the scan: painting clips.
        mask.addRow(SIZE.x() - 3, SIZE.x() + 90, random.nextInt(50), random.nextInt(50));
        return mask;
    }

    private static MaskRule randomRule(Random random, Segmentation state) {
        Area area = random.nextBoolean() ? Area.EVERYWHERE : Area.values()[random.nextInt(Area.values().length)];
        Optional<String> inside = area == Area.INSIDE_SEGMENT ? Optional.of(state.segments().getLast().id()) : Optional.empty();
        Optional<DisplayRange> range = random.nextInt(3) > 0 ? Optional.empty()
                : Optional.of(new DisplayRange(random.nextInt(5), 4 + random.nextInt(6)));
        return new MaskRule(area, inside, range, Overwrite.values()[random.nextInt(3)]);
    }

    private static BitSet dense(VoxelMask mask) {
        BitSet set = new BitSet();
        for (int i = 0; i < VOXELS; i++) {
            set.set(i, mask.contains(DenseModel.x(SIZE, i), DenseModel.y(SIZE, i), DenseModel.z(SIZE, i)));
        }
        return set;
    }

    private static Segment segment(String id, int layer, int label, boolean visible, boolean locked) {
        return new Segment(id, id, new SegmentColor(1, 0, 0), layer, label, "", List.of(), visible, locked, 1);
    }

    private static Segmentation two(boolean visible, boolean locked) {
        LabelLayer empty = LabelLayer.empty(SIZE);
        VoxelMask bone = new VoxelMask();
        bone.addRow(0, 20, 5, 5);
        VoxelMask other = new VoxelMask();
        other.addRow(30, 40, 5, 5);
        LabelLayer layer = empty.with(painted(empty, bone, 1));
        return new Segmentation(SIZE, Geometry.of(1, 1, 1, "mm"),
                List.of(segment("bone", 0, 1, visible, locked), segment("tooth", 0, 2, true, true)),
                List.of(layer.with(painted(layer, other, 2))), List.of());
    }

    private static Edit paintRow(Segmentation state, Overwrite overwrite, int x0, int x1) throws IOException {
        VoxelMask mask = new VoxelMask();
        mask.addRow(x0, x1, 5, 5);
        MaskRule rule = new MaskRule(Area.EVERYWHERE, Optional.empty(), Optional.empty(), overwrite);
        return Painting.paint(new ToolContext(state, "tooth", rule, Settings.NONE, new DenseValues()), mask, "Paint tooth",
                "brush", Progress.NONE);
    }

    @Test
    void lockedNeighbour_keepsThePaintOut() throws IOException {
        Edit edit = paintRow(two(true, true), Overwrite.ALL, 15, 25);
        assertNull(edit.segments());
        assertEquals(new VoxelBox(20, 5, 5, 25, 6, 6), edit.box());
    }

    @Test
    void paintingOverLockedOnly_isAnEmptyEdit() throws IOException {
        assertTrue(paintRow(two(true, true), Overwrite.ALL, 3, 12).isEmpty());
    }

    @Test
    void overlap_movesTheActiveSegmentToANewLayerWithAllItsVoxels() throws IOException {
        Segmentation state = two(true, true);
        Edit edit = paintRow(state, Overwrite.NONE, 15, 25);
        Labelling labelling = new Labelling(state);
        labelling.apply(edit);
        Segmentation after = labelling.current();
        assertEquals(2, after.layers().size());
        assertEquals(1, after.segment("tooth").orElseThrow().layer());
        assertEquals(1, after.layers().get(0).label(17, 5, 5));
        assertEquals(2, after.layers().get(1).label(17, 5, 5));
        assertEquals(2, after.layers().get(1).label(35, 5, 5));
        assertEquals(0, after.layers().get(0).label(35, 5, 5));
    }

    @Test
    void secondOverlap_reusesALayerWithRoom() throws IOException {
        Segmentation state = two(true, true);
        Labelling labelling = new Labelling(state);
        labelling.apply(paintRow(state, Overwrite.NONE, 15, 25));
        List<Segment> more = new ArrayList<>(labelling.current().segments());
        more.add(segment("nail", 0, 3, true, true));
        Segmentation third = labelling.current().withSegments(more);
        VoxelMask mask = new VoxelMask();
        mask.addRow(0, 10, 5, 5);
        Edit edit = Painting.paint(new ToolContext(third, "nail", new MaskRule(Area.EVERYWHERE, Optional.empty(),
                Optional.empty(), Overwrite.NONE), Settings.NONE, new DenseValues()), mask, "Paint", "brush", Progress.NONE);
        Segment nail = edit.segments().after().getLast();
        assertEquals(1, nail.layer());
        assertEquals(3, nail.label());
    }

    @Test
    void noOverlap_staysInTheLayer() throws IOException {
        Edit edit = paintRow(two(true, true), Overwrite.NONE, 20, 30);
        assertNull(edit.segments());
        assertEquals(1, edit.blocks().size());
    }

    @Test
    void hiddenSegment_isOverlappedUnderVisible() throws IOException {
        Edit edit = paintRow(two(false, false), Overwrite.VISIBLE, 15, 25);
        assertEquals(1, edit.segments().after().getLast().layer());
        assertNull(paintRow(two(true, false), Overwrite.VISIBLE, 15, 25).segments());
    }

    @Test
    void intensityRange_readsOnlyAroundTheMask() throws IOException {
        DenseValues values = new DenseValues();
        VoxelMask mask = new VoxelMask();
        mask.addRow(33, 38, 7, 9);
        MaskRule rule = new MaskRule(Area.EVERYWHERE, Optional.empty(), Optional.of(new DisplayRange(0, 0)), Overwrite.ALL);
        Painting.paint(new ToolContext(two(true, true), "tooth", rule, Settings.NONE, values), mask, "Paint", "brush",
                Progress.NONE);
        assertEquals(new VoxelBox(33, 7, 9, 38, 8, 10), values.read);
    }

    @Test
    void edit_carriesNameToolAndProvenance() throws IOException {
        VoxelMask mask = new VoxelMask();
        mask.add(50, 5, 5);
        Edit edit = Painting.paint(new ToolContext(two(true, true), "tooth",
                new MaskRule(Area.OUTSIDE_ALL, Optional.empty(), Optional.empty(), Overwrite.NONE),
                Settings.NONE.with("diameter", 5), new DenseValues()), mask, "Paint tooth", "brush", Progress.NONE);
        assertEquals("Paint tooth", edit.name());
        assertEquals("brush", edit.tool());
        assertEquals(Map.of("diameter", "5", "segment", "tooth", "mask.area", "OUTSIDE_ALL", "mask.overwrite", "NONE"),
                edit.parameters());
    }

    @Test
    void cancelledPaint_stops() {
        VoxelMask mask = new VoxelMask();
        mask.add(1, 1, 1);
        Progress cancelled = new Progress() {
            @Override
            public void report(long done, long total, String what) {
                // nobody looks
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> Painting.paint(new ToolContext(two(true, true), "tooth",
                MaskRule.DEFAULT, Settings.NONE, new DenseValues()), mask, "Paint", "brush", cancelled));
    }

    @Test
    void unknownSegment_isRefusedInPlainWords() {
        assertThrows(IllegalStateException.class, () -> Painting.paint(new ToolContext(two(true, true), "nobody",
                MaskRule.DEFAULT, Settings.NONE, new DenseValues()), new VoxelMask(), "Paint", "brush", Progress.NONE));
    }
}
