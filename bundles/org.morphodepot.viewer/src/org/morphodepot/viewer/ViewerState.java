package org.morphodepot.viewer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;

/**
 * Everything that decides what the views show, immutable. A gesture makes a new one.
 *
 * @param crosshair level-0 voxel shown by all three slices
 * @param range intensities shown as black and white
 * @param cameras pan and zoom per view
 * @param labelOpacity of segment fills, 0 to 1
 * @param outlines draw segment borders
 * @param labelsShown segments are drawn at all
 * @param crosshairShown crosshair lines are drawn
 * @param smooth grey values between voxel centres are interpolated; else every voxel is a square
 * @param coloured a channel is drawn in the colour that its file gives it; else in grey
 * @param frame level-0 voxels that a view without a camera shows; empty for the whole slice
 */
public record ViewerState(VoxelPoint crosshair, DisplayRange range, Map<SliceOrientation, SliceCamera> cameras,
        double labelOpacity, boolean outlines, boolean labelsShown, boolean crosshairShown, boolean smooth,
        boolean coloured, Optional<VoxelBox> frame) {

    public ViewerState {
        cameras = Map.copyOf(cameras);
    }

    /** In colour and without a frame. */
    public ViewerState(VoxelPoint crosshair, DisplayRange range, Map<SliceOrientation, SliceCamera> cameras,
            double labelOpacity, boolean outlines, boolean labelsShown, boolean crosshairShown, boolean smooth) {
        this(crosshair, range, cameras, labelOpacity, outlines, labelsShown, crosshairShown, smooth, true, Optional.empty());
    }

    public ViewerState withCrosshair(VoxelPoint point) {
        return new ViewerState(point, range, cameras, labelOpacity, outlines, labelsShown, crosshairShown, smooth,
                coloured, frame);
    }

    public ViewerState withRange(DisplayRange newRange) {
        return new ViewerState(crosshair, newRange, cameras, labelOpacity, outlines, labelsShown, crosshairShown,
                smooth, coloured, frame);
    }

    public ViewerState withCamera(SliceOrientation orientation, SliceCamera camera) {
        Map<SliceOrientation, SliceCamera> changed = new EnumMap<>(SliceOrientation.class);
        changed.putAll(cameras);
        changed.put(orientation, camera);
        return new ViewerState(crosshair, range, changed, labelOpacity, outlines, labelsShown, crosshairShown, smooth,
                coloured, frame);
    }

    public ViewerState withLabels(double opacity, boolean newOutlines, boolean shown) {
        return new ViewerState(crosshair, range, cameras, opacity, newOutlines, shown, crosshairShown, smooth, coloured, frame);
    }

    public ViewerState withCrosshairShown(boolean shown) {
        return new ViewerState(crosshair, range, cameras, labelOpacity, outlines, labelsShown, shown, smooth, coloured, frame);
    }

    public ViewerState withSmooth(boolean interpolated) {
        return new ViewerState(crosshair, range, cameras, labelOpacity, outlines, labelsShown, crosshairShown,
                interpolated, coloured, frame);
    }

    public ViewerState withColoured(boolean inColour) {
        return new ViewerState(crosshair, range, cameras, labelOpacity, outlines, labelsShown, crosshairShown, smooth,
                inColour, frame);
    }

    /** All views on a part of the scan, without cameras; empty for whole slices. */
    public ViewerState withFrame(Optional<VoxelBox> box) {
        return new ViewerState(crosshair, range, Map.of(), labelOpacity, outlines, labelsShown, crosshairShown, smooth,
                coloured, box);
    }
}
