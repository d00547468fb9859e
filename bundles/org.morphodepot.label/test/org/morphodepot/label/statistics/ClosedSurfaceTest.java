package org.morphodepot.label.statistics;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.DenseModel;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelSize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Surfaces whose measures are known. */
class ClosedSurfaceTest {

    private static final VoxelSize SIZE = new VoxelSize(70, 66, 68);
    private static final Geometry CUBES = Geometry.of(1, 1, 1, "mm");

    private interface Shape {
        int label(int x, int y, int z);
    }

    private static ClosedSurface surface(Geometry geometry, Shape shape) throws IOException {
        char[] dense = new char[(int) SIZE.voxels()];
        int i = 0;
        for (int z = 0; z < SIZE.z(); z++) {
            for (int y = 0; y < SIZE.y(); y++) {
                for (int x = 0; x < SIZE.x(); x++, i++) {
                    dense[i] = (char) shape.label(x, y, z);
                }
            }
        }
        Segment segment = new Segment("a", "a", new SegmentColor(1, 0, 0), 0, 1, "", List.of(), true, true, 1);
        Segmentation state = new Segmentation(SIZE, geometry, List.of(segment),
                List.of(DenseModel.of(LabelLayer.empty(SIZE), dense)), List.of());
        return SegmentStatistics.of(state, List.of(segment), Optional.empty(), Progress.NONE).getFirst().surface()
                .orElseThrow();
    }

    private static int in(boolean inside) {
        return inside ? 1 : 0;
    }

    @Test
    void oneVoxel_isAnOctahedron_alsoInTheCorners() throws IOException {
        for (int[] v : new int[][] {{0, 0, 0}, {69, 65, 67}, {31, 32, 33}, {5, 6, 7}}) {
            ClosedSurface s = surface(CUBES, (x, y, z) -> in(x == v[0] && y == v[1] && z == v[2]));
            assertEquals(Math.sqrt(3), s.area(), 1e-12);
            assertEquals(1.0 / 6, s.volume(), 1e-9);
        }
    }

    @Test
    void box_losesItsEdgesOnly() throws IOException {
        // 20 x 30 x 40 voxels, each 2 x 3 x 4 mm; along its edges half of a quarter voxel is cut off
        ClosedSurface s = surface(Geometry.of(2, 3, 4, "mm"),
                (x, y, z) -> in(x >= 20 && x < 40 && y >= 10 && y < 40 && z >= 25 && z < 65));
        double edges = (19 + 29 + 39) * 4 / 8.0;
        double corners = 8 * (1 / 8.0 - 1 / 48.0);
        assertEquals((20 * 30 * 40 - edges - corners) * 24, s.volume(), 1e-6);
        double faces = 2 * (19 * 29 * 6 + 19 * 39 * 8 + 29 * 39 * 12);
        double bevels = 4 * (19 * 2 * Math.hypot(1.5, 2) + 29 * 3 * Math.hypot(1, 2) + 39 * 4 * Math.hypot(1, 1.5));
        double tips = 8 * 0.5 * Math.sqrt(Math.pow(1.5 * 2, 2) + Math.pow(1 * 2, 2) + Math.pow(1 * 1.5, 2));
        assertEquals(faces + bevels + tips, s.area(), 1e-6);
    }

    @Test
    void ball_isNearlyOne() throws IOException {
        ClosedSurface s = surface(Geometry.of(0.5, 0.5, 0.5, "mm"),
                (x, y, z) -> in((x - 35) * (x - 35) + (y - 33) * (y - 33) + (z - 30) * (z - 30) <= 900));
        assertEquals(4.0 / 3 * Math.PI * 27_000 / 8, s.volume(), 0.01 * s.volume());
        assertEquals(4 * Math.PI * 900 / 4, s.area(), 0.1 * s.area());
    }

    @Test
    void volume_doesNotDependOnThePlace_soTheSurfaceIsClosed() throws IOException {
        Random random = new Random(8);
        boolean[] noise = new boolean[20 * 20 * 20];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextInt(3) == 0;
        }
        ClosedSurface here = surface(CUBES, (x, y, z) -> noise(noise, x, y, z));
        ClosedSurface there = surface(CUBES, (x, y, z) -> noise(noise, x - 50, y - 25, z - 40));
        assertEquals(here.volume(), there.volume(), 1e-6);
        assertEquals(here.area(), there.area(), 1e-6);
        assertTrue(here.volume() > 0);
    }

    private static int noise(boolean[] noise, int x, int y, int z) {
        boolean in = x >= 0 && y >= 0 && z >= 0 && x < 20 && y < 20 && z < 20;
        return in && noise[(z * 20 + y) * 20 + x] ? 1 : in ? 2 : 0;
    }

    @Test
    void neighbours_doNotCount() throws IOException {
        ClosedSurface alone = surface(CUBES, (x, y, z) -> in(x < 33 && y > 20 && z < 10));
        ClosedSurface between = surface(CUBES, (x, y, z) -> x < 33 && y > 20 && z < 10 ? 1 : (x + y) % 5 == 0 ? 3 : 2);
        assertEquals(alone, between);
    }
}
