package org.morphodepot.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.Effect;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

class LabelDrawingTest {

    private static final VoxelSize SIZE = new VoxelSize(40, 8, 8);
    private static final Geometry GEOMETRY = Geometry.of(1, 1, 1, "mm");
    private static final int RED = 0xffff0000;
    private static final int BLACK = 0xff000000;

    private final FakeVolume volume = new FakeVolume(SIZE, 16, 1, GEOMETRY, (l, x, y, z) -> x);

    @Test
    void fill_isBlendedByOpacity() {
        int[] pixels = render(labels(segmentation(s -> s), 0.5, false, null), Optional.empty());
        assertEquals(0xff7f0000, pixels[at(30, 3)]);
        assertEquals(0xff7f0000, pixels[at(35, 5)], "in the second block");
        assertEquals(BLACK, pixels[at(29, 3)]);
        assertEquals(BLACK, pixels[at(30, 6)]);
    }

    @Test
    void fill_timesTheSegmentsOwnOpacity() {
        int[] pixels = render(labels(segmentation(s -> s.withOpacity(0.5)), 0.5, false, null), Optional.empty());
        assertEquals(0xff3f0000, pixels[at(30, 3)]);
    }

    @Test
    void hiddenSegment_isNotDrawn() {
        int[] pixels = render(labels(segmentation(s -> s.withVisible(false)), 1, true, null), Optional.empty());
        assertEquals(BLACK, pixels[at(30, 3)]);
    }

    @Test
    void outline_surroundsTheFillInsideTheSegment() {
        int[] pixels = render(labels(segmentation(s -> s), 0, true, null), Optional.empty());
        assertEquals(RED, pixels[at(30, 3)]);
        assertEquals(RED, pixels[at(35, 4)]);
        assertEquals(RED, pixels[at(33, 5)]);
        assertEquals(BLACK, pixels[at(32, 4)], "inside");
        assertEquals(BLACK, pixels[at(29, 4)], "outside");
    }

    @Test
    void paintingStroke_looksLikeItsResult() {
        Marks marks = new BoxMarks(new VoxelBox(2, 1, 3, 5, 4, 4), true);
        int[] pixels = render(labels(segmentation(s -> s), 1, false, marks), Optional.empty());
        assertEquals(RED, pixels[at(2, 1)]);
        assertEquals(RED, pixels[at(4, 3)]);
        assertEquals(BLACK, pixels[at(5, 3)]);
        assertEquals(RED, pixels[at(30, 3)], "what was there stays");
    }

    @Test
    void erasingStroke_hidesTheActiveSegment() {
        Marks marks = new BoxMarks(new VoxelBox(0, 3, 3, 40, 4, 4), false);
        int[] pixels = render(labels(segmentation(s -> s), 1, false, marks), Optional.empty());
        assertEquals(BLACK, pixels[at(30, 3)]);
        assertEquals(RED, pixels[at(30, 4)]);
    }

    @Test
    void preview_tintsByIntensity() {
        int[] pixels = render(labels(segmentation(s -> s), 0, false, null), Optional.of(value -> value >= 10));
        assertEquals(BLACK, pixels[at(9, 2)]);
        assertEquals(0xff720000, pixels[at(10, 2)]);
    }

    @Test
    void secondLayer_isDrawnOverTheFirst() {
        Segmentation one = segmentation(s -> s);
        Segment green = new Segment("b", "b", SegmentColor.ofRgb(0x00ff00), 1, 1, "", List.of(), true, false, 1);
        Segmentation two = new Segmentation(SIZE, GEOMETRY, List.of(one.segments().getFirst(), green),
                List.of(one.layers().getFirst(), layer(30, 32)), List.of());
        int[] pixels = render(new LabelDisplay(two, 1, false, Optional.empty(), Optional.empty()), Optional.empty());
        assertEquals(0xff00ff00, pixels[at(31, 4)]);
        assertEquals(RED, pixels[at(33, 4)]);
    }

    @Test
    void thinStructure_isSeenAtEveryZoom() {
        VoxelSize size = new VoxelSize(512, 512, 8);
        FakeVolume wide = new FakeVolume(size, 64, 1, GEOMETRY, (l, x, y, z) -> 0);
        Segmentation vessel = new Segmentation(size, GEOMETRY, segmentation(s -> s).segments(), List.of(line(size, 103)), List.of());
        for (int shrink = 1; shrink <= 64; shrink *= 2) {
            int side = 512 / shrink;
            SliceScene plain = SliceRendererTest.scene(wide, SliceOrientation.AXIAL, 3, side, side, 1.0 / shrink,
                    new DisplayRange(1000, 2000), true);
            int[] pixels = SliceRendererTest.render(new SliceScene(wide, wide, plain.transform(), 3, plain.range(), true,
                    Optional.of(labels(vessel, 1, false, null)), Optional.empty()));
            for (int y = 0; y < side; y++) {
                int red = 0;
                for (int x = 0; x < side; x++) {
                    red += pixels[y * side + x] == RED ? 1 : 0;
                }
                assertTrue(red >= 1 && red <= 3, red + " pixels of row " + y + " are red at 1:" + shrink);
            }
        }
    }

    /** One voxel thick, along y. */
    private static LabelLayer line(VoxelSize size, int x) {
        char[] labels = new char[Block.VOXELS];
        for (int row = 0; row < Block.SIDE * 8; row++) {
            labels[row << Block.SHIFT | x & Block.SIDE - 1] = 1;
        }
        Block block = Block.of(labels);
        return LabelLayer.empty(size).with(IntStream.range(0, size.y() / Block.SIDE)
                .mapToObj(by -> new LabelLayer.BlockChange(x / Block.SIDE, by, 0, block)).toList());
    }

    private static int at(int x, int y) {
        return y * SIZE.x() + x;
    }

    private int[] render(LabelDisplay labels, Optional<Effect.IntensityPreview> preview) {
        SliceScene plain = SliceRendererTest.scene(volume, SliceOrientation.AXIAL, 3, SIZE.x(), SIZE.y(), 1,
                new DisplayRange(1000, 2000), true);
        return SliceRendererTest.render(new SliceScene(volume, volume, plain.transform(), 3, plain.range(), true,
                Optional.of(labels), preview));
    }

    private static LabelDisplay labels(Segmentation segmentation, double opacity, boolean outlines, Marks marks) {
        return new LabelDisplay(segmentation, opacity, outlines, Optional.of(segmentation.segments().getFirst()),
                Optional.ofNullable(marks));
    }

    /** A red segment at x 30..35, y 3..5, all z: it lies in two blocks. */
    private static Segmentation segmentation(UnaryOperator<Segment> change) {
        Segment red = new Segment("a", "a", SegmentColor.ofRgb(0xff0000), 0, 1, "", List.of(), true, false, 1);
        return new Segmentation(SIZE, GEOMETRY, List.of(change.apply(red)), List.of(layer(30, 36)), List.of());
    }

    private static LabelLayer layer(int from, int to) {
        return LabelLayer.empty(SIZE).with(List.of(new LabelLayer.BlockChange(0, 0, 0, block(from, to)),
                new LabelLayer.BlockChange(1, 0, 0, block(from - 32, to - 32))));
    }

    private static Block block(int from, int to) {
        char[] labels = new char[Block.VOXELS];
        for (int z = 0; z < 8; z++) {
            for (int y = 3; y <= 5; y++) {
                for (int x = Math.max(0, from); x < Math.min(32, to); x++) {
                    labels[(z * 32 + y) * 32 + x] = 1;
                }
            }
        }
        return Block.of(labels);
    }

    private record BoxMarks(VoxelBox box, boolean paints) implements Marks {

        @Override
        public boolean row(int axis, int x, int y, int z, int[] columns, int from, int count, boolean[] out) {
            for (int i = 0; i < count; i++) {
                int column = columns[from + i];
                out[i] = box.contains(axis == 0 ? column : x, axis == 1 ? column : y, axis == 2 ? column : z);
            }
            return true;
        }
    }
}
