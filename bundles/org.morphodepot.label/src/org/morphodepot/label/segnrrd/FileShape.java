package org.morphodepot.label.segnrrd;

import java.util.ArrayList;
import java.util.List;

import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;

/**
 * How the labels lie in a file.
 *
 * @param grid place of the voxels
 * @param layers number of layers
 * @param layersLast whether the layers follow one another; else they alternate voxel by voxel
 */
record FileShape(Grid grid, int layers, boolean layersLast, VoxelType type) {

    /** More than any real file has. */
    static final int MOST_LAYERS = 4096;

    private static final double[] ONE = {1, 1, 1};

    /** Checks what a header claims. */
    static FileShape of(DatasetInfo info, SegHeader header) throws VolumeException {
        List<Long> sides = new ArrayList<>(info.size());
        long layers = 1;
        int listAxis = header.listAxis();
        while (sides.size() > 3 && !header.isSegmentation() && sides.getLast() == 1) {
            sides.removeLast(); // one channel, one time
        }
        if (sides.size() == 4) {
            layers = sides.remove(listAxis);
        }
        while (sides.size() < 3) {
            sides.add(1L);
        }
        if (sides.size() > 3 || layers > MOST_LAYERS) {
            throw new VolumeException(Kind.UNSUPPORTED, "A segmentation has three axes and up to " + MOST_LAYERS
                    + " layers, but this file has the sizes " + info.size());
        }
        VoxelSize size = size(sides);
        Geometry geometry = info.geometry().orElse(Geometry.of(1, 1, 1, ""));
        Geometry placed = header.legacyOffset()
                .map(o -> geometry.resampled(ONE, new double[] {o.x(), o.y(), o.z()})).orElse(geometry);
        return new FileShape(new Grid(size, placed), (int) layers, listAxis == 3, type(info));
    }

    /** 3D Slicer writes one voxel when no segment has any. */
    boolean isEmpty() {
        return grid.size().voxels() == 1;
    }

    private static VoxelSize size(List<Long> sides) throws VolumeException {
        try {
            VoxelSize size = new VoxelSize(Math.toIntExact(sides.get(0)), Math.toIntExact(sides.get(1)),
                    Math.toIntExact(sides.get(2)));
            size.voxels();
            return size;
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new VolumeException(Kind.TOO_LARGE, "A segmentation cannot have the sizes " + sides, e);
        }
    }

    private static VoxelType type(DatasetInfo info) throws VolumeException {
        try {
            return VoxelType.of(info.type());
        } catch (IllegalArgumentException e) {
            throw new VolumeException(Kind.UNSUPPORTED, "Labels of the type " + info.type() + " cannot be read", e);
        }
    }
}
