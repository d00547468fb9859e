package org.morphodepot.viewer;

import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.VoxelSize;

/**
 * Between the screen and the voxel grid for one view. Screen coordinates are continuous with pixel (x, y) covering
 * {@code [x, x+1) x [y, y+1)}; voxel coordinates are continuous level-0 indices with voxel centres at integers. Pixels
 * are square in space whatever the spacing, so anisotropic scans are not distorted.
 *
 * @param spacingRight spacing along the plane's right axis
 * @param spacingDown spacing along the plane's down axis
 * @param width of the view in pixels
 * @param height of the view in pixels
 */
public record ViewTransform(SlicePlane plane, SliceCamera camera, double spacingRight, double spacingDown, int width,
        int height) {

    /** Part of the view that a fitted slice fills. */
    private static final double FIT = 0.92;

    public static ViewTransform of(SlicePlane plane, SliceCamera camera, Geometry geometry, int width, int height) {
        return new ViewTransform(plane, camera, geometry.spacing(plane.right()), geometry.spacing(plane.down()), width,
                height);
    }

    /** The camera that shows a whole slice in the middle of a view. */
    public static SliceCamera fit(SlicePlane plane, VoxelSize size, Geometry geometry, int width, int height) {
        return fit(plane, size.box(), geometry, width, height);
    }

    /** The camera that shows a part of a slice in the middle of a view; {@code box} is not empty. */
    public static SliceCamera fit(SlicePlane plane, VoxelBox box, Geometry geometry, int width, int height) {
        double across = (box.max(plane.right()) - box.min(plane.right())) * geometry.spacing(plane.right());
        double along = (box.max(plane.down()) - box.min(plane.down())) * geometry.spacing(plane.down());
        double zoom = FIT * Math.min(Math.max(1, width) / across, Math.max(1, height) / along);
        return new SliceCamera((box.min(plane.right()) + box.max(plane.right()) - 1) / 2.0,
                (box.min(plane.down()) + box.max(plane.down()) - 1) / 2.0, zoom);
    }

    /** Screen pixels that one voxel covers along the right axis. */
    public double pixelsRight() {
        return camera.zoom() * spacingRight;
    }

    /** Screen pixels that one voxel covers along the down axis. */
    public double pixelsDown() {
        return camera.zoom() * spacingDown;
    }

    /** Voxel coordinate along the right axis at a screen x. */
    public double right(double screenX) {
        double offset = (screenX - width / 2.0) / pixelsRight();
        return camera.centerRight() + (plane.flipRight() ? -offset : offset);
    }

    /** Voxel coordinate along the down axis at a screen y. */
    public double down(double screenY) {
        double offset = (screenY - height / 2.0) / pixelsDown();
        return camera.centerDown() + (plane.flipDown() ? -offset : offset);
    }

    /** Screen x of a voxel coordinate along the right axis. */
    public double screenX(double right) {
        double offset = (right - camera.centerRight()) * pixelsRight();
        return width / 2.0 + (plane.flipRight() ? -offset : offset);
    }

    /** Screen y of a voxel coordinate along the down axis. */
    public double screenY(double down) {
        double offset = (down - camera.centerDown()) * pixelsDown();
        return height / 2.0 + (plane.flipDown() ? -offset : offset);
    }

    /** Continuous voxel coordinates (x, y, z) of a screen position in the slice at {@code slice}. */
    public double[] voxel(double screenX, double screenY, double slice) {
        double[] voxel = new double[3];
        voxel[plane.right()] = right(screenX);
        voxel[plane.down()] = down(screenY);
        voxel[plane.normal()] = slice;
        return voxel;
    }

    /** The voxel under a screen position, clamped to the scan. */
    public VoxelPoint clamped(double screenX, double screenY, int slice, VoxelSize size) {
        double[] voxel = voxel(screenX, screenY, slice);
        return new VoxelPoint(clamp(voxel[0], size.x()), clamp(voxel[1], size.y()), clamp(voxel[2], size.z()));
    }

    /** The pixels that may show voxels of {@code box}, clipped to the view; what lies across the slice is ignored. */
    public ScreenRect cover(VoxelBox box) {
        if (box.isEmpty()) {
            return ScreenRect.EMPTY;
        }
        double x0 = screenX(box.min(plane.right()) - 0.5);
        double x1 = screenX(box.max(plane.right()) - 0.5);
        double y0 = screenY(box.min(plane.down()) - 0.5);
        double y1 = screenY(box.max(plane.down()) - 0.5);
        return new ScreenRect(bound(Math.floor(Math.min(x0, x1)), width), bound(Math.floor(Math.min(y0, y1)), height),
                bound(Math.ceil(Math.max(x0, x1)), width), bound(Math.ceil(Math.max(y0, y1)), height));
    }

    /** This view with a camera moved so that the content follows a drag of (dx, dy) pixels. */
    public SliceCamera panned(double dx, double dy) {
        return new SliceCamera(right(width / 2.0 - dx), down(height / 2.0 - dy), camera.zoom());
    }

    /** A camera with {@code factor} times the zoom that keeps what is at a screen position there. */
    public SliceCamera zoomed(double factor, double screenX, double screenY) {
        double right = right(screenX);
        double down = down(screenY);
        SliceCamera nearer = new SliceCamera(camera.centerRight(), camera.centerDown(), camera.zoom() * factor);
        ViewTransform after = new ViewTransform(plane, nearer, spacingRight, spacingDown, width, height);
        return new SliceCamera(camera.centerRight() + right - after.right(screenX),
                camera.centerDown() + down - after.down(screenY), nearer.zoom());
    }

    private static int clamp(double value, int size) {
        return (int) Math.clamp(Math.round(value), 0L, size - 1L);
    }

    private static int bound(double value, int limit) {
        return (int) Math.clamp(value, 0, limit);
    }
}
