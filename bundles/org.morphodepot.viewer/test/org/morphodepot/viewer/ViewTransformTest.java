package org.morphodepot.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.VoxelSize;

class ViewTransformTest {

    private static final SlicePlane FLIPPED = new SlicePlane(SliceOrientation.SAGITTAL, 0, 2, 1, true, false,
            List.of("A", "P", "S", "I"));
    private static final Geometry GEOMETRY = Geometry.of(1, 0.5, 2, "mm");

    private final ViewTransform view = ViewTransform.of(FLIPPED, new SliceCamera(10, 20, 4), GEOMETRY, 200, 100);

    @Test
    void voxel_atTheMiddle_isTheCamera() {
        assertArrayEquals(new double[] {7, 20, 10}, view.voxel(100, 50, 7), 1e-9);
    }

    @Test
    void voxel_usesSpacingAndFlipPerAxis() {
        // 16 pixels are 4 mm: 2 voxels of 2 mm against the index, 8 voxels of 0.5 mm with it
        assertArrayEquals(new double[] {0, 28, 8}, view.voxel(116, 66, 0), 1e-9);
    }

    @Test
    void screen_isTheInverseOfVoxel() {
        assertEquals(37.25, view.screenX(view.right(37.25)), 1e-9);
        assertEquals(81.5, view.screenY(view.down(81.5)), 1e-9);
    }

    @Test
    void zoomed_keepsWhatIsUnderThePointer() {
        ViewTransform nearer = ViewTransform.of(FLIPPED, view.zoomed(3, 20, 90), GEOMETRY, 200, 100);
        assertEquals(view.right(20), nearer.right(20), 1e-9);
        assertEquals(view.down(90), nearer.down(90), 1e-9);
        assertEquals(12, nearer.camera().zoom(), 1e-9);
    }

    @Test
    void panned_movesTheContentWithThePointer() {
        ViewTransform moved = ViewTransform.of(FLIPPED, view.panned(15, -5), GEOMETRY, 200, 100);
        assertEquals(view.right(60), moved.right(75), 1e-9);
        assertEquals(view.down(60), moved.down(55), 1e-9);
    }

    @Test
    void fit_showsTheWholeSlice() {
        VoxelSize size = new VoxelSize(50, 40, 30);
        ViewTransform fitted = ViewTransform.of(FLIPPED, ViewTransform.fit(FLIPPED, size, GEOMETRY, 200, 100), GEOMETRY,
                200, 100);
        ScreenRect cover = fitted.cover(size.box());
        assertEquals(200 - cover.x1(), cover.x0(), 1);
        assertEquals(100 - cover.y1(), cover.y0(), 1);
        // 60 mm by 20 mm: the width is the limit
        assertEquals(184, cover.width(), 2);
        assertEquals(61, cover.height(), 2);
    }

    @Test
    void fit_ofABox_putsItIntoTheMiddle() {
        VoxelBox box = new VoxelBox(10, 20, 5, 16, 30, 9);
        ViewTransform fitted = ViewTransform.of(FLIPPED, ViewTransform.fit(FLIPPED, box, GEOMETRY, 200, 100), GEOMETRY,
                200, 100);
        ScreenRect cover = fitted.cover(box);
        assertEquals(200 - cover.x1(), cover.x0(), 1);
        assertEquals(100 - cover.y1(), cover.y0(), 1);
        assertTrue(cover.width() > 180 || cover.height() > 90, "one side fills the view: " + cover);
    }

    @Test
    void cover_isClippedAndIgnoresTheNormal() {
        ScreenRect cover = view.cover(new VoxelBox(90, 20, 10, 91, 24, 11));
        assertEquals(new ScreenRect(96, 49, 104, 57), cover);
        assertEquals(new ScreenRect(0, 0, 200, 100), view.cover(new VoxelBox(0, -900, -900, 1, 900, 900)));
        assertEquals(ScreenRect.EMPTY, view.cover(VoxelBox.EMPTY));
    }

    @Test
    void clamped_staysInTheScan() {
        assertEquals(new VoxelPoint(3, 0, 29), view.clamped(-500, -500, 3, new VoxelSize(50, 40, 30)));
    }
}
