package org.morphodepot.volume.zarr.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VoxelType;

/**
 * The axes of a source as the arrays written will have them, slowest first. The last two or three lie in space.
 *
 * @param names such as t, c, z, y, x
 * @param leading sizes of the axes that do not lie in space
 * @param size of the others as z, y, x; z is 1 for pictures
 * @param spacing along z, y, x
 * @param origin along z, y, x
 * @param geometry of the source, when it has one
 */
public record SourceAxes(List<String> names, VoxelType type, long[] leading, int[] size, double[] spacing,
        double[] origin, Optional<Geometry> geometry) {

    private static final List<List<String>> USUAL = List.of(List.of("x", "y"), List.of("x", "y", "z"),
            List.of("x", "y", "z", "c"), List.of("x", "y", "z", "c", "t"));
    private static final Set<String> SPACE = Set.of("x", "y", "z");

    /** The axes of a source. */
    static SourceAxes of(DatasetInfo info) throws VolumeException {
        List<Long> size = info.size();
        int rank = size.size();
        if (rank < 2 || rank > 5) {
            throw unsupported("an OME-Zarr image has 2 to 5 axes, not " + rank);
        }
        if (size.stream().anyMatch(n -> n < 1)) {
            throw unsupported("the source is empty");
        }
        List<String> fastestFirst = names(info.axes(), rank);
        int spatial = (int) fastestFirst.stream().takeWhile(SPACE::contains).count();
        if (spatial < 2 || fastestFirst.subList(spatial, rank).stream().anyMatch(SPACE::contains)) {
            throw unsupported("the source keeps several values per voxel together (axes "
                    + String.join(" ", fastestFirst)
                    + "); only scans with their channels one after the other can be written");
        }
        int[] zyx = {spatial == 3 ? side(size.get(2)) : 1, side(size.get(1)), side(size.get(0))};
        long[] leading = new long[rank - spatial];
        for (int i = 0; i < leading.length; i++) {
            leading[i] = size.get(rank - 1 - i);
        }
        double[] spacing = {1, 1, 1};
        double[] origin = new double[3];
        for (int i = 0; i < spatial && info.geometry().isPresent(); i++) {
            int axis = "xyz".indexOf(fastestFirst.get(i));
            spacing[2 - i] = info.geometry().get().spacing(axis);
            origin[2 - i] = info.geometry().get().origin()[axis];
        }
        return new SourceAxes(fastestFirst.reversed(), type(info), leading, zyx, spacing, origin, info.geometry());
    }

    private static List<String> names(List<String> given, int rank) {
        List<String> names = new ArrayList<>(given.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
        boolean known = names.size() == rank && Set.of("x", "y", "z", "c", "t").containsAll(names)
                && Set.copyOf(names).size() == rank;
        return known ? names : USUAL.get(rank - 2);
    }

    private static int side(long n) throws VolumeException {
        if (n > 1 << 24) {
            throw new VolumeException(Kind.TOO_LARGE, "the source is longer than " + (1 << 24)
                    + " voxels along an axis");
        }
        return (int) n;
    }

    private static VoxelType type(DatasetInfo info) throws VolumeException {
        try {
            return VoxelType.of(info.type());
        } catch (IllegalArgumentException e) {
            throw unsupported("values of type " + info.type() + " cannot be written");
        }
    }

    private static VolumeException unsupported(String message) {
        return new VolumeException(Kind.UNSUPPORTED, "cannot write OME-Zarr: " + message);
    }

    /** Number of axes of the arrays. */
    int rank() {
        return names.size();
    }

    /** Number of axes in space: 2 or 3. */
    int spatial() {
        return rank() - leading.length;
    }

    /** Number of scans one after the other. */
    long volumes() {
        long volumes = 1;
        for (long n : leading) {
            volumes *= n;
        }
        return volumes;
    }

    /** Per axis of the arrays: {@code lead} for the leading ones, then the last {@link #spatial} of {@code zyx}. */
    long[] perAxis(long[] lead, long[] zyx) {
        long[] all = new long[rank()];
        System.arraycopy(lead, 0, all, 0, leading.length);
        System.arraycopy(zyx, 3 - spatial(), all, leading.length, spatial());
        return all;
    }

    /** The place of scan {@code number} along the leading axes. */
    long[] lead(long number) {
        long[] lead = new long[leading.length];
        long rest = number;
        for (int i = lead.length - 1; i >= 0; i--) {
            lead[i] = rest % leading[i];
            rest /= leading[i];
        }
        return lead;
    }

    /** The number of the scan at {@code lead}. */
    long number(long[] lead) {
        long number = 0;
        for (int i = 0; i < lead.length; i++) {
            number = number * leading[i] + lead[i];
        }
        return number;
    }
}
