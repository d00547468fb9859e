package org.morphodepot.volume.zarr.n5;

import java.util.ArrayList;
import java.util.List;

import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.zarr.ZarrImage;
import org.morphodepot.volume.zarr.metadata.ArrayMetadata;
import org.morphodepot.volume.zarr.metadata.Json;
import org.morphodepot.volume.zarr.ngff.ImageSpace;
import org.morphodepot.volume.zarr.ngff.ImageSpace.LevelSpace;
import org.morphodepot.volume.zarr.ngff.SpatialAxes;

/** The data sets of one image, finest first, put together to what the readers of Zarr understand. */
final class N5Levels {

    private static final String AXES = "tczyx";
    private static final Geometry UNIT = Geometry.of(1, 1, 1, "");

    private final List<String> paths = new ArrayList<>();
    private final List<ArrayMetadata> arrays = new ArrayList<>();
    private final List<N5Scale> scales = new ArrayList<>();

    /** Adds the next coarser level. */
    void add(String path, Json attributes, N5Scale scale) throws VolumeException {
        ArrayMetadata array = N5Array.read(attributes);
        if (!arrays.isEmpty() && (array.rank() != arrays.getFirst().rank()
                || !array.type().word().equals(arrays.getFirst().type().word()))) {
            throw new VolumeException(Kind.MALFORMED, array.file() + ": the levels differ in type or number of axes");
        }
        paths.add(path);
        arrays.add(array);
        scales.add(scale);
    }

    boolean isEmpty() {
        return arrays.isEmpty();
    }

    /** The image; levels are aligned corner to corner. */
    ZarrImage image() throws VolumeException {
        int rank = arrays.getFirst().rank();
        if (rank < 1 || rank > AXES.length()) {
            throw new VolumeException(Kind.UNSUPPORTED, arrays.getFirst().file() + ": data of " + rank
                    + " axes cannot be shown");
        }
        N5Scale first = scales.getFirst();
        SpatialAxes axes = SpatialAxes.last(rank);
        Geometry geometry = new Geometry(first.spacing(), UNIT.directions(), first.origin(), first.unit());
        List<LevelSpace> spaces = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i++) {
            double[] scale = factor(i, axes);
            spaces.add(new LevelSpace(scale, new double[] {(scale[0] - 1) / 2, (scale[1] - 1) / 2, (scale[2] - 1) / 2}));
        }
        List<String> names = AXES.substring(AXES.length() - rank).chars().mapToObj(c -> String.valueOf((char) c)).toList();
        return new ZarrImage("n5", paths, arrays, names, new ImageSpace(axes, geometry, "", spaces), List.of(),
                false, List.of());
    }

    /** What the file says, else the ratio of the sizes. */
    private double[] factor(int level, SpatialAxes axes) {
        double[] factor = {1, 1, 1};
        for (int i = 0; i < 3 && level > 0; i++) {
            if (axes.get(i) >= 0) {
                long size = Math.max(1, arrays.get(level).shape()[axes.get(i)]);
                factor[i] = Math.max(1, Math.rint(arrays.getFirst().shape()[axes.get(i)] / (double) size));
            }
        }
        return level == 0 ? factor : scales.get(level).factor().orElse(factor);
    }
}
