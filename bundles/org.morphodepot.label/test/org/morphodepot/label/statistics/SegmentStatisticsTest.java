package org.morphodepot.label.statistics;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.DenseModel;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.Intensities;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Shapes whose numbers are known, and random ones against the simplest way to count. */
class SegmentStatisticsTest {

    private static final VoxelSize SIZE = new VoxelSize(110, 105, 100);
    private static final Geometry MICRO = new Geometry(new double[] {500, 700, 1100}, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1},
            new double[] {10_000, 20_000, 30_000}, "micrometer");

    /** Whether a voxel belongs to the shape. */
    private interface Shape {
        boolean has(int x, int y, int z);
    }

    private static Segment segment(int label) {
        return new Segment("id" + label, "bone " + label, new SegmentColor(1, 0, 0), 0, label, "", List.of(), true, true, 1);
    }

    private static Segmentation of(Geometry geometry, Shape... shapes) {
        LabelLayer layer = LabelLayer.empty(SIZE);
        char[] dense = new char[(int) SIZE.voxels()];
        int i = 0;
        for (int z = 0; z < SIZE.z(); z++) {
            for (int y = 0; y < SIZE.y(); y++) {
                for (int x = 0; x < SIZE.x(); x++, i++) {
                    for (int s = 0; s < shapes.length; s++) {
                        dense[i] = shapes[s].has(x, y, z) ? (char) (s + 1) : dense[i];
                    }
                }
            }
        }
        List<Segment> segments = java.util.stream.IntStream.rangeClosed(1, shapes.length)
                .mapToObj(SegmentStatisticsTest::segment).toList();
        return new Segmentation(SIZE, geometry, segments, List.of(DenseModel.of(layer, dense)), List.of());
    }

    private static ShapeStatistics shape(Segmentation state) throws IOException {
        return SegmentStatistics.of(state, state.segments(), Optional.empty(), Progress.NONE).getFirst().shape().orElseThrow();
    }

    @Test
    void box_hasTheNumbersThatItkGives() throws IOException {
        ShapeStatistics s = shape(of(MICRO, (x, y, z) -> x >= 4 && x < 22 && y >= 5 && y < 9 && z >= 3 && z < 15));
        assertEquals(18 * 4 * 12, s.voxels());
        assertEquals(332.64, s.volume(), 1e-9);
        assertArrayEquals(new double[] {16.25, 24.55, 39.35}, s.centroid(), 1e-9);
        assertEquals(14.935528112524178, s.feretDiameter(), 1e-9);
        assertEquals(296.13303479835156, s.surface(), 1e-9);
        assertEquals(0.783995521463807, s.roundness(), 1e-9);
        assertEquals(3.3145730581515145, s.flatness(), 1e-9);
        assertEquals(1.4638259383236374, s.elongation(), 1e-9);
        assertArrayEquals(new double[] {0.6125, 6.7291666666, 14.4191666666}, s.principalMoments(), 1e-9);
        assertArrayEquals(new double[] {2.8, 9, 13.2}, s.box().size(), 1e-9);
    }

    @Test
    void sphere_isRound() throws IOException {
        ShapeStatistics s = shape(of(Geometry.of(1, 1, 1, "mm"), (x, y, z) -> sq(x - 52) + sq(y - 50) + sq(z - 49) <= 45 * 45));
        assertEquals(4.0 / 3 * Math.PI * 45 * 45 * 45, s.volume(), 400);
        assertEquals(90, s.feretDiameter(), 1e-9);
        assertEquals(4 * Math.PI * 45 * 45, s.surface(), 0.02 * s.surface());
        assertEquals(1, s.roundness(), 0.02);
        assertEquals(1, s.flatness(), 1e-9);
        assertArrayEquals(new double[] {52, 50, 49}, s.centroid(), 1e-9);
        assertEquals(45 * 45 / 5.0, s.principalMoments()[0], 0.5);
    }

    @Test
    void obliqueRod_hasItsAxisAlongItself() throws IOException {
        double c = Math.cos(0.5);
        double si = Math.sin(0.5);
        Geometry turned = new Geometry(new double[] {2, 2, 2}, new double[] {c, si, 0, -si, c, 0, 0, 0, 1}, new double[] {5, 6, 7},
                "mm");
        ShapeStatistics s = shape(of(turned, (x, y, z) -> x >= 10 && x < 90 && sq(y - 40) + sq(z - 40) <= 25));
        double[] longest = Arrays.copyOfRange(s.principalAxes(), 6, 9);
        assertEquals(1, Math.abs(longest[0] * c + longest[1] * si), 1e-9);
        assertEquals(160, s.box().size()[2], 1e-6);
        assertTrue(s.elongation() > 5);
    }

    @Test
    void lineAndPoint_haveNoFlatness() throws IOException {
        Segmentation both = of(Geometry.of(1, 2, 3, "mm"), (x, y, z) -> y == 33 && z == 34 && x < 40,
                (x, y, z) -> x == 100 && y == 100 && z == 99);
        List<SegmentStatistics> all = SegmentStatistics.of(both, both.segments(), Optional.empty(), Progress.NONE);
        ShapeStatistics line = all.getFirst().shape().orElseThrow();
        assertEquals(39, line.feretDiameter(), 1e-9);
        assertEquals(0, line.flatness());
        ShapeStatistics point = all.getLast().shape().orElseThrow();
        assertEquals(0, point.feretDiameter());
        assertEquals(1, point.voxels());
        assertEquals(0, point.elongation());
    }

    @Test
    void randomVoxels_agreeWithCountingEachPair() throws IOException {
        Random random = new Random(4);
        boolean[] in = new boolean[(int) SIZE.voxels()];
        for (int i = 0; i < 500; i++) {
            in[(random.nextInt(60) + 20) * SIZE.y() * SIZE.x() + (random.nextInt(60) + 20) * SIZE.x() + random.nextInt(60)] = true;
        }
        ShapeStatistics s = shape(of(MICRO, (x, y, z) -> in[(z * SIZE.y() + y) * SIZE.x() + x]));
        double farthest = 0;
        for (int i = 0; i < in.length; i++) {
            for (int j = 0; in[i] && j < i; j++) {
                farthest = Math.max(farthest, in[j] ? distance(i, j) : 0);
            }
        }
        assertEquals(farthest, s.feretDiameter(), 1e-9);
    }

    private static double distance(int a, int b) {
        double x = 0.5 * (a % SIZE.x() - b % SIZE.x());
        double y = 0.7 * (a / SIZE.x() % SIZE.y() - b / SIZE.x() % SIZE.y());
        double z = 1.1 * (a / SIZE.x() / SIZE.y() - b / SIZE.x() / SIZE.y());
        return Math.sqrt(x * x + y * y + z * z);
    }

    @Test
    void farthestPair_isThatOfAllPairs() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[] points = random.doubles(3 * (1 + random.nextInt(60))).map(x -> Math.pow(x, 3)).toArray();
            double farthest = 0;
            for (int i = 0; i < points.length; i += 3) {
                for (int j = 0; j < i; j += 3) {
                    farthest = Math.max(farthest, Math.sqrt(Math.pow(points[i] - points[j], 2)
                            + Math.pow(points[i + 1] - points[j + 1], 2) + Math.pow(points[i + 2] - points[j + 2], 2)));
                }
            }
            assertEquals(farthest, FarthestPair.distance(points, new double[] {0.3, 0.2, 0.1}), 1e-12);
        }
    }

    @Test
    void intensities_areThoseOfTheVoxels() throws IOException {
        Segmentation state = of(MICRO, (x, y, z) -> x < 40 && y < 3 && z == 70, (x, y, z) -> x == 60 && y == 60 && z == 60,
                (x, y, z) -> false);
        List<SegmentStatistics> all = SegmentStatistics.of(state, state.segments(), Optional.of(x()), Progress.NONE);
        IntensityStatistics values = all.getFirst().intensities().orElseThrow();
        assertEquals(new IntensityStatistics(120, -5, 34, 14.5, 14.5, values.deviation()), values);
        assertEquals(Math.sqrt(3 * 40 * (1600 - 1) / 12.0 / 119), values.deviation(), 1e-9);
        assertEquals(0, all.get(1).intensities().orElseThrow().deviation());
        assertTrue(all.get(2).intensities().isEmpty());
        assertTrue(all.get(2).shape().isEmpty());
    }

    @Test
    void medianOfManyDifferentValues_isNearlyExact() {
        ValueCounts counts = new ValueCounts();
        Random random = new Random(1);
        float[] values = new float[1_500_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (100 * random.nextGaussian() - 300);
            counts.add(values[i]);
        }
        Arrays.sort(values);
        assertEquals(values[750_000], counts.median(), 0.3);
    }

    @Test
    void table_isQuotedAndInRas() throws IOException {
        Segmentation state = of(MICRO, (x, y, z) -> x >= 4 && x < 22 && y >= 5 && y < 9 && z >= 3 && z < 15, (x, y, z) -> false);
        Segment named = state.segments().getFirst().withName("left \"femur\", head");
        List<String> lines = StatisticsCsv.of(SegmentStatistics.of(state, List.of(named, state.segments().getLast()),
                Optional.of(x()), Progress.NONE)).lines().toList();
        assertEquals(3, lines.size());
        assertTrue(lines.getFirst().startsWith("Segment,Id,voxel_count,volume_mm3,volume_cm3,centroid_ras,feret_diameter_mm,"));
        assertTrue(lines.get(1).startsWith("\"left \"\"femur\"\", head\",id1,864,332.64,0.33264,-16.25 -24.55 39.35,14.9355281,"),
                lines.get(1));
        assertTrue(lines.get(2).startsWith("bone 2,id2,0,0,0,,,"));
        assertEquals(lines.getFirst().chars().filter(c -> c == ',').count(), lines.get(2).chars().filter(c -> c == ',').count());
    }

    /** A scan whose values are x - 5. */
    private static Intensities x() {
        return new Intensities() {
            @Override
            public void read(VoxelBox box, float[] out) {
                for (int i = 0; i < box.voxels(); i++) {
                    out[i] = box.x0() + i % box.width() - 5f;
                }
            }

            @Override
            public DisplayRange range() {
                return new DisplayRange(0, 1);
            }
        };
    }

    private static int sq(int x) {
        return x * x;
    }

    /** Blocks of few labels are counted by rows of bits, others voxel by voxel: both must give the same. */
    @Test
    void labelAmongMany_hasTheShapeItHasAlone() throws IOException {
        char[] labels = new char[(int) SIZE.voxels()];
        Random random = new Random(5);
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i > 0 && random.nextInt(3) > 0 ? labels[i - 1] : (char) random.nextInt(14);
        }
        List<Segment> segments = java.util.stream.IntStream.range(1, 14).mapToObj(SegmentStatisticsTest::segment).toList();
        Segmentation many = new Segmentation(SIZE, MICRO, segments, List.of(DenseModel.of(LabelLayer.empty(SIZE), labels)),
                List.of());
        SegmentStatistics among = SegmentStatistics.of(many, List.of(segments.get(6)), Optional.empty(), Progress.NONE).getFirst();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = labels[i] == 7 ? (char) 7 : 0;
        }
        Segmentation single = new Segmentation(SIZE, MICRO, segments, List.of(DenseModel.of(LabelLayer.empty(SIZE), labels)),
                List.of());
        SegmentStatistics alone = SegmentStatistics.of(single, List.of(segments.get(6)), Optional.empty(), Progress.NONE).getFirst();
        assertEquals(alone.shape().orElseThrow().voxels(), among.shape().orElseThrow().voxels());
        assertEquals(alone.shape().orElseThrow().surface(), among.shape().orElseThrow().surface(), 1e-9);
        assertEquals(alone.shape().orElseThrow().feretDiameter(), among.shape().orElseThrow().feretDiameter(), 1e-9);
        assertEquals(alone.surface().orElseThrow().area(), among.surface().orElseThrow().area(), 1e-6);
        assertEquals(alone.surface().orElseThrow().volume(), among.surface().orElseThrow().volume(), 1e-6);
    }

    @Test
    void measuring_stopsWhenAsked() {
        Segmentation state = of(MICRO, (x, y, z) -> x > 5 && y > 3);
        Progress stopped = new Progress() {
            @Override
            public void report(long done, long total, String what) {
                // nobody looks
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class,
                () -> SegmentStatistics.of(state, state.segments(), Optional.empty(), stopped));
    }
}
