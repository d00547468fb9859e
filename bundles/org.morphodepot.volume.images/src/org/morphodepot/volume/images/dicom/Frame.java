package org.morphodepot.volume.images.dicom;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One slice of a series: a file, or one of the frames in a file.
 *
 * @param index of the frame in its file
 * @param number of the image in its series, for slices without a position
 * @param position of the centre of the first voxel, in millimetres
 * @param orientation unit vectors along a row and down a column
 * @param spacing distance of rows, then of columns, in millimetres
 * @param between distance to the next slice as the file says it
 */
record Frame(DicomFile file, PixelFormat format, int index, double number, Optional<double[]> position,
        Optional<double[]> orientation, Optional<double[]> spacing, Optional<Double> between, double slope, double intercept) {

    /** Frames of a file; none when it has no pixels. */
    static List<Frame> of(DicomFile file) throws IOException {
        if (file.pixels() < 0) {
            return List.of();
        }
        PixelFormat format = PixelFormat.of(file);
        return Stream.iterate(0, i -> i < format.frames(), i -> i + 1).map(i -> of(file, format, i)).toList();
    }

    private static Frame of(DicomFile file, PixelFormat format, int index) {
        Elements all = file.elements();
        List<Elements> shared = all.items(Tag.SHARED_GROUPS);
        List<Elements> own = all.items(Tag.FRAME_GROUPS);
        Places places = new Places(all, shared.isEmpty() ? null : shared.getFirst(), index < own.size() ? own.get(index) : null);
        Optional<Double> between = places.real(Tag.PIXEL_MEASURES_SEQUENCE, Tag.SPACING_BETWEEN_SLICES)
                .or(() -> places.real(Tag.PIXEL_MEASURES_SEQUENCE, Tag.SLICE_THICKNESS)).map(Math::abs).filter(Frame::isLength);
        Optional<double[]> orientation = places.reals(Tag.PLANE_ORIENTATION_SEQUENCE, Tag.ORIENTATION, 6)
                .flatMap(Frame::unitVectors);
        Optional<double[]> position = places.reals(Tag.PLANE_POSITION_SEQUENCE, Tag.POSITION, 3);
        if (format.frames() > 1 && own.isEmpty()) {
            position = moved(position, orientation, all.reals(Tag.FRAME_OFFSETS, format.frames()), index);
        }
        return new Frame(file, format, index, all.real(Tag.INSTANCE_NUMBER).orElse(0), position, orientation,
                places.reals(Tag.PIXEL_MEASURES_SEQUENCE, Tag.PIXEL_SPACING, 2).filter(s -> isLength(s[0]) && isLength(s[1])),
                between, places.real(Tag.TRANSFORMATION_SEQUENCE, Tag.SLOPE).filter(s -> s != 0).orElse(1.0),
                places.real(Tag.TRANSFORMATION_SEQUENCE, Tag.INTERCEPT).orElse(0.0));
    }

    /** Frames that share one position lie so far along the normal from the first (PS3.3, C.8.8.3.2). */
    private static Optional<double[]> moved(Optional<double[]> first, Optional<double[]> orientation, Optional<double[]> offsets,
            int index) {
        if (first.isEmpty() || orientation.isEmpty() || offsets.isEmpty()) {
            return Optional.empty();
        }
        double[] normal = normal(orientation.get());
        double[] place = first.get().clone();
        for (int i = 0; i < place.length; i++) {
            place[i] += normal[i] * (offsets.get()[index] - offsets.get()[0]);
        }
        return Optional.of(place);
    }

    private static boolean isLength(double length) {
        return length > 1e-9 && length < 1e9;
    }

    private static Optional<double[]> unitVectors(double[] o) {
        double row = Math.sqrt(o[0] * o[0] + o[1] * o[1] + o[2] * o[2]);
        double column = Math.sqrt(o[3] * o[3] + o[4] * o[4] + o[5] * o[5]);
        double dot = o[0] * o[3] + o[1] * o[4] + o[2] * o[5];
        if (Math.abs(row - 1) > 0.01 || Math.abs(column - 1) > 0.01 || Math.abs(dot) > 0.01) {
            return Optional.empty();
        }
        return Optional.of(new double[] {o[0] / row, o[1] / row, o[2] / row, o[3] / column, o[4] / column, o[5] / column});
    }

    /** At right angles to the slice; only with an orientation. */
    double[] normal() {
        return normal(orientation.orElseThrow());
    }

    private static double[] normal(double[] o) {
        return new double[] {o[1] * o[5] - o[2] * o[4], o[2] * o[3] - o[0] * o[5], o[0] * o[4] - o[1] * o[3]};
    }

    /** How far along {@link #normal()}; only with a position. */
    double depth() {
        double[] p = position.orElseThrow();
        double[] n = normal();
        return p[0] * n[0] + p[1] * n[1] + p[2] * n[2];
    }

    boolean isPlaced() {
        return position.isPresent() && orientation.isPresent();
    }

    /** Whether both can be slices of one scan. */
    boolean isLike(Frame other) {
        return format.isLike(other.format) && spacing.map(s -> other.spacing.filter(o -> near(s, o, 1e-4)).isPresent())
                .orElse(other.spacing.isEmpty()) && orientation.map(d -> other.orientation.filter(o -> near(d, o, 1e-3))
                        .isPresent()).orElse(other.orientation.isEmpty());
    }

    private static boolean near(double[] a, double[] b, double tolerance) {
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > tolerance) {
                return false;
            }
        }
        return true;
    }

    /** Looks into the frame's own group of elements, then the one for all frames, then the file. */
    private record Places(Elements file, Elements shared, Elements own) {

        Optional<double[]> reals(int sequence, int tag, int count) {
            return in(own, sequence, tag, count).or(() -> in(shared, sequence, tag, count)).or(() -> file.reals(tag, count));
        }

        Optional<Double> real(int sequence, int tag) {
            return reals(sequence, tag, 1).map(n -> n[0]);
        }

        private static Optional<double[]> in(Elements group, int sequence, int tag, int count) {
            List<Elements> items = group == null ? List.of() : group.items(sequence);
            return items.isEmpty() ? Optional.empty() : items.getFirst().reals(tag, count);
        }
    }
}
