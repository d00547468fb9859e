package org.morphodepot.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelSize;

class SliceRendererTest {

    private static final Geometry PLAIN = Geometry.of(1, 1, 1, "mm");
    private static final DisplayRange BYTES = new DisplayRange(0, 255);

    @Test
    void render_oneVoxelPerPixel_showsEveryValue() {
        FakeVolume volume = new FakeVolume(new VoxelSize(4, 3, 2), 2, 1, PLAIN, (l, x, y, z) -> 100 * z + 10 * y + x);
        assertGrey(pixels(volume, SliceOrientation.AXIAL, 1, 4, 3, 1), 4,
                100, 101, 102, 103,
                110, 111, 112, 113,
                120, 121, 122, 123);
        // superior is on top
        assertGrey(pixels(volume, SliceOrientation.CORONAL, 2, 4, 2, 1), 4,
                120, 121, 122, 123,
                20, 21, 22, 23);
        assertGrey(pixels(volume, SliceOrientation.SAGITTAL, 3, 3, 2, 1), 3,
                103, 113, 123,
                3, 13, 23);
    }

    @Test
    void render_permutedAndFlipped_staysUpright() {
        // i runs to inferior, j to right, k to posterior
        Geometry geometry = new Geometry(new double[] {1, 1, 1}, new double[] {0, 0, -1, -1, 0, 0, 0, 1, 0},
                new double[3], "mm");
        FakeVolume volume = new FakeVolume(new VoxelSize(2, 3, 4), 2, 1, geometry,
                (l, i, j, k) -> 100 * k + 10 * j + i);
        // axial: screen x to left = falling j, screen y to posterior = k
        assertGrey(pixels(volume, SliceOrientation.AXIAL, 1, 3, 4, 1), 3,
                21, 11, 1,
                121, 111, 101,
                221, 211, 201,
                255, 255, 255);
        // coronal: screen y to inferior = i
        assertGrey(pixels(volume, SliceOrientation.CORONAL, 1, 3, 2, 1), 3,
                120, 110, 100,
                121, 111, 101);
    }

    @Test
    void render_anisotropicSpacing_stretchesTheAxis() {
        FakeVolume volume = new FakeVolume(new VoxelSize(2, 2, 1), 8, 1, Geometry.of(1, 2, 1, "mm"),
                (l, x, y, z) -> 10 * y + x);
        assertGrey(pixels(volume, SliceOrientation.AXIAL, 0, 2, 4, 1), 2,
                0, 1, 0, 1, 10, 11, 10, 11);
    }

    @Test
    void render_inColour_goesFromBlackToTheColour() {
        FakeVolume volume = new FakeVolume(new VoxelSize(3, 1, 1), 8, 1, PLAIN, (l, x, y, z) -> x == 2 ? 255 : 51 * x);
        SliceScene grey = scene(volume, SliceOrientation.AXIAL, 0, 3, 1, 1, BYTES, false);
        int[] pixels = render(new SliceScene(volume, volume, grey.transform(), 0, BYTES, false, Optional.empty(),
                Optional.empty(), 0xff8000));
        assertArrayEquals(new int[] {0xff000000, 0xff331900, 0xffff8000}, pixels);
    }

    @Test
    void render_outsideTheScan_isBlack() {
        FakeVolume volume = new FakeVolume(new VoxelSize(2, 1, 1), 8, 1, PLAIN, (l, x, y, z) -> 200);
        assertGrey(pixels(volume, SliceOrientation.AXIAL, 0, 4, 3, 1), 4,
                0, 0, 0, 0, 0, 200, 200, 0, 0, 0, 0, 0);
    }

    @Test
    void render_window_mapsAndClamps() {
        FakeVolume volume = new FakeVolume(new VoxelSize(5, 1, 1), 8, 1, PLAIN, (l, x, y, z) -> -1000 + 500 * x);
        SliceScene scene = scene(volume, SliceOrientation.AXIAL, 0, 5, 1, 1, new DisplayRange(-500, 500), false);
        assertGrey(render(scene), 5, 0, 0, 128, 255, 255);
    }

    @Test
    void render_smooth_interpolatesOverChunkBorders() {
        FakeVolume volume = new FakeVolume(new VoxelSize(4, 4, 1), 2, 1, PLAIN, (l, x, y, z) -> 40 * x + 8 * y);
        SliceScene scene = scene(volume, SliceOrientation.AXIAL, 0, 16, 16, 4, BYTES, true);
        int[] pixels = render(scene);
        for (int y = 2; y < 14; y++) {
            for (int x = 2; x < 14; x++) {
                double expected = 40 * ((x + 0.5) / 4 - 0.5) + 8 * ((y + 0.5) / 4 - 0.5);
                assertEquals(expected, pixels[16 * y + x] & 0xff, 0.51, x + " " + y);
            }
        }
        // the outermost half voxel repeats the border
        assertEquals(pixels[16 * 8 + 1], pixels[16 * 8]);
    }

    @Test
    void render_smoothAndFlipped_agreesWithTheMirrorImage() {
        FakeVolume volume = new FakeVolume(new VoxelSize(5, 4, 1), 2, 1, PLAIN, (l, x, y, z) -> 40 * x + 20 * y);
        Geometry turned = new Geometry(new double[] {1, 1, 1}, new double[] {-1, 0, 0, 0, -1, 0, 0, 0, 1},
                new double[3], "mm");
        FakeVolume other = new FakeVolume(new VoxelSize(5, 4, 1), 2, 1, turned, (l, x, y, z) -> 40 * x + 20 * y);
        int[] plain = render(scene(volume, SliceOrientation.AXIAL, 0, 15, 12, 3, BYTES, true));
        int[] mirrored = render(scene(other, SliceOrientation.AXIAL, 0, 15, 12, 3, BYTES, true));
        for (int i = 0; i < plain.length; i++) {
            assertEquals(plain[i], mirrored[plain.length - 1 - i]);
        }
    }

    @Test
    void render_zoomedOut_usesACoarserLevelOnly() {
        FakeVolume volume = new FakeVolume(new VoxelSize(64, 64, 64), 8, 3, PLAIN, (l, x, y, z) -> 50 + l);
        volume.without(0);
        SliceScene scene = scene(volume, SliceOrientation.AXIAL, 9, 16, 16, 0.25, BYTES, false);
        Rendering rendering = SliceRenderer.render(scene, new ScreenRect(0, 0, 16, 16), new int[256]);
        assertEquals(2, rendering.level());
        assertTrue(rendering.complete());
        assertEquals(List.of(), rendering.wanted());
        assertEquals(1, scene(volume, SliceOrientation.AXIAL, 9, 16, 16, 0.5, BYTES, false).level());
        assertEquals(0, scene(volume, SliceOrientation.AXIAL, 9, 16, 16, 3, BYTES, false).level());
    }

    @Test
    void render_missingChunks_showsTheCoarserLevelAndAsksForThem() {
        FakeVolume volume = new FakeVolume(new VoxelSize(16, 16, 16), 8, 2, PLAIN, (l, x, y, z) -> l == 0 ? 10 : 99);
        ChunkKey missing = new ChunkKey(0, 1, 0, 0);
        volume.without(missing);
        SliceScene scene = scene(volume, SliceOrientation.AXIAL, 3, 16, 16, 1, BYTES, false);
        int[] pixels = new int[256];
        Rendering rendering = SliceRenderer.render(scene, new ScreenRect(0, 0, 16, 16), pixels);
        assertEquals(10, pixels[0] & 0xff);
        assertEquals(99, pixels[8] & 0xff);
        assertEquals(10, pixels[8 * 16 + 8] & 0xff);
        assertEquals(List.of(missing), rendering.wanted());
        assertFalse(rendering.complete());
    }

    @Test
    void render_nothingHere_wantsTheCoarsestFirstThenFromTheMiddle() {
        FakeVolume volume = new FakeVolume(new VoxelSize(48, 16, 16), 8, 3, PLAIN, (l, x, y, z) -> 1);
        volume.without(0).without(1).without(2);
        SliceScene scene = scene(volume, SliceOrientation.AXIAL, 3, 48, 8, 1, BYTES, false);
        Rendering rendering = SliceRenderer.render(scene, new ScreenRect(0, 0, 48, 8), new int[48 * 8]);
        List<ChunkKey> wanted = rendering.wanted();
        assertEquals(2, wanted.getFirst().level());
        assertTrue(wanted.stream().noneMatch(key -> key.level() == 1), "level 1 comes too late to be worth it");
        List<Integer> columns = wanted.stream().filter(key -> key.level() == 0).map(ChunkKey::x).distinct().toList();
        assertTrue(columns.indexOf(2) < columns.indexOf(0) && columns.indexOf(3) < columns.indexOf(5),
                columns.toString());
        assertEquals(6, columns.size());
    }

    @Test
    void render_failedChunk_saysWhyAndAsksAgain() {
        FakeVolume volume = new FakeVolume(new VoxelSize(8, 8, 8), 8, 1, PLAIN, (l, x, y, z) -> 1);
        IOException cause = new IOException("no route to host");
        ChunkKey key = new ChunkKey(0, 0, 0, 0);
        volume.failing(key, cause);
        SliceScene scene = scene(volume, SliceOrientation.AXIAL, 0, 8, 8, 1, BYTES, true);
        Rendering rendering = SliceRenderer.render(scene, new ScreenRect(0, 0, 8, 8), new int[64]);
        assertSame(cause, rendering.failure().orElseThrow());
        assertEquals(List.of(key), rendering.wanted());
    }

    @Test
    void render_area_leavesTheRestAlone() {
        FakeVolume volume = new FakeVolume(new VoxelSize(8, 8, 8), 4, 1, PLAIN, (l, x, y, z) -> 77);
        int[] pixels = new int[64];
        Arrays.fill(pixels, 42);
        SliceRenderer.render(scene(volume, SliceOrientation.AXIAL, 0, 8, 8, 1, BYTES, true), new ScreenRect(2, 3, 5, 4),
                pixels);
        int[] expected = new int[64];
        Arrays.fill(expected, 42);
        Arrays.fill(expected, 26, 29, 0xff4d4d4d);
        assertArrayEquals(expected, pixels);
    }

    @Test
    void render_largeView_isTheSameInManyBands() {
        FakeVolume volume = new FakeVolume(new VoxelSize(64, 64, 4), 16, 1, PLAIN,
                (l, x, y, z) -> (x * 7 + y * 3) & 255);
        SliceScene scene = scene(volume, SliceOrientation.AXIAL, 1, 600, 500, 7.7, BYTES, true);
        int[] whole = render(scene);
        int[] pieces = new int[600 * 500];
        for (int y = 0; y < 500; y += 50) {
            SliceRenderer.render(scene, new ScreenRect(0, y, 600, y + 50), pieces);
        }
        assertArrayEquals(whole, pieces);
    }

    @Test
    void cover_ofAChunk_isWhatItsArrivalChanges() {
        FakeVolume volume = new FakeVolume(new VoxelSize(32, 32, 32), 8, 2, PLAIN, (l, x, y, z) -> 1);
        SliceScene scene = scene(volume, SliceOrientation.AXIAL, 3, 32, 32, 1, BYTES, true);
        assertEquals(new ScreenRect(7, 0, 17, 9), scene.cover(new ChunkKey(0, 1, 0, 0)));
        assertEquals(new ScreenRect(14, 0, 32, 18), scene.cover(new ChunkKey(1, 1, 0, 0)));
        assertEquals(ScreenRect.EMPTY, scene.cover(new ChunkKey(0, 1, 0, 1)));
    }

    static SliceScene scene(FakeVolume volume, SliceOrientation orientation, int slice, int width, int height,
            double zoom, DisplayRange range, boolean smooth) {
        SlicePlane plane = SlicePlanes.of(volume.geometry()).get(orientation);
        VoxelSize size = volume.levels().getFirst().size();
        SliceCamera camera = new SliceCamera((size.get(plane.right()) - 1) / 2.0, (size.get(plane.down()) - 1) / 2.0,
                zoom);
        ViewTransform view = ViewTransform.of(plane, camera, volume.geometry(), width, height);
        return new SliceScene(volume, volume, view, slice, range, smooth, Optional.empty(), Optional.empty());
    }

    static int[] render(SliceScene scene) {
        ViewTransform view = scene.transform();
        int[] pixels = new int[view.width() * view.height()];
        SliceRenderer.render(scene, new ScreenRect(0, 0, view.width(), view.height()), pixels);
        return pixels;
    }

    private static int[] pixels(FakeVolume volume, SliceOrientation orientation, int slice, int width, int height,
            double zoom) {
        return render(scene(volume, orientation, slice, width, height, zoom, BYTES, false));
    }

    private static void assertGrey(int[] pixels, int width, int... expected) {
        int[] grey = Arrays.stream(pixels).map(p -> p & 0xff).toArray();
        assertArrayEquals(expected, grey, () -> "width " + width + " " + Arrays.toString(grey));
        Arrays.stream(pixels).forEach(p -> assertEquals(0xff000000 | (p & 0xff) * 0x010101, p));
    }
}
