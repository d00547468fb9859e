package org.morphodepot.volume.images.dicom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.images.plane.Faults;

/**
 * The slices of one scan in order, and where they are.
 *
 * @param frames along the normal of the slices, or by image number where they have no position
 * @param geometry empty when the files do not say how far voxels are apart
 */
record Series(List<Frame> frames, Optional<Geometry> geometry, List<HeaderField> fields) {

    private static final double SAME_PLACE = 1e-4;
    private static final double UNEVEN = 0.1;

    /** The largest series among the frames, without what does not fit to it. */
    static Series of(List<Frame> all, Faults faults) throws VolumeException {
        Map<String, List<Frame>> series = new LinkedHashMap<>();
        for (Frame frame : all) {
            series.computeIfAbsent(frame.file().elements().text(Tag.SERIES), _ -> new ArrayList<>()).add(frame);
        }
        List<Frame> largest = largest(new ArrayList<>(series.values()));
        List<Frame> alike = alike(largest);
        boolean placed = alike.stream().allMatch(Frame::isPlaced);
        List<Frame> ordered = placed ? byPlace(alike) : byNumber(alike);
        List<HeaderField> fields = fields(ordered.getFirst(), series.size(), all.size() - ordered.size());
        return new Series(ordered, geometry(ordered, placed, faults), fields);
    }

    boolean isOriented() {
        return frames.getFirst().isPlaced();
    }

    private static List<Frame> largest(List<List<Frame>> sets) {
        return sets.stream().max(Comparator.comparingInt(List::size)).orElseThrow();
    }

    /** The largest set of one size and direction: a series may begin with an overview. */
    private static List<Frame> alike(List<Frame> frames) {
        List<List<Frame>> sets = new ArrayList<>();
        for (Frame frame : frames) {
            sets.stream().filter(set -> set.getFirst().isLike(frame)).findFirst().orElseGet(() -> {
                sets.add(new ArrayList<>());
                return sets.getLast();
            }).add(frame);
        }
        return largest(sets);
    }

    private static List<Frame> byNumber(List<Frame> frames) {
        return frames.stream().sorted(Comparator.comparingDouble(Frame::number).thenComparingInt(Frame::index)).toList();
    }

    /** Of several at one place, such as times, the first is taken. */
    private static List<Frame> byPlace(List<Frame> frames) {
        List<Frame> sorted = frames.stream().sorted(Comparator.comparingDouble(Frame::depth).thenComparingDouble(Frame::number)
                .thenComparingInt(Frame::index)).toList();
        List<Frame> distinct = new ArrayList<>();
        for (Frame frame : sorted) {
            if (distinct.isEmpty() || frame.depth() - distinct.getLast().depth() > SAME_PLACE) {
                distinct.add(frame);
            }
        }
        return distinct;
    }

    private static Optional<Geometry> geometry(List<Frame> frames, boolean placed, Faults faults) throws VolumeException {
        Frame first = frames.getFirst();
        if (first.spacing().isEmpty()) {
            return Optional.empty();
        }
        double[] spacing = first.spacing().get();
        if (!placed) {
            return first.between().map(z -> Geometry.of(spacing[1], spacing[0], z, "mm"));
        }
        double[] normal = first.normal();
        double[] o = first.orientation().orElseThrow();
        double z = first.between().orElse(0.0);
        if (frames.size() > 1) {
            refuseGaps(frames, faults);
            double[] step = step(frames);
            z = Math.sqrt(step[0] * step[0] + step[1] * step[1] + step[2] * step[2]);
            double[] along = {step[0] / z, step[1] / z, step[2] / z};
            boolean upright = Math.abs(along[0] * normal[0] + along[1] * normal[1] + along[2] * normal[2]) > 1 - 1e-6;
            normal = upright ? normal : along; // a tilted gantry moves slices sideways
        }
        double[] directions = {o[0], o[1], o[2], o[3], o[4], o[5], normal[0], normal[1], normal[2]};
        return z > 0 ? Optional.of(new Geometry(new double[] {spacing[1], spacing[0], z}, directions,
                first.position().orElseThrow(), "mm")) : Optional.empty();
    }

    /** From one slice to the next, on average. */
    private static double[] step(List<Frame> frames) {
        double[] first = frames.getFirst().position().orElseThrow();
        double[] last = frames.getLast().position().orElseThrow();
        double[] step = new double[3];
        for (int i = 0; i < 3; i++) {
            step[i] = (last[i] - first[i]) / (frames.size() - 1);
        }
        return step;
    }

    private static void refuseGaps(List<Frame> frames, Faults faults) throws VolumeException {
        double[] distances = new double[frames.size() - 1];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = frames.get(i + 1).depth() - frames.get(i).depth();
        }
        double[] sorted = distances.clone();
        java.util.Arrays.sort(sorted);
        double usual = sorted[sorted.length / 2];
        for (int i = 0; i < distances.length; i++) {
            if (Math.abs(distances[i] - usual) > UNEVEN * usual) {
                throw faults.malformed(String.format(java.util.Locale.ROOT, "slices %d and %d are %.4g mm apart, the others"
                        + " %.4g mm; are files missing?", i + 1, i + 2, distances[i], usual));
            }
        }
    }

    private static List<HeaderField> fields(Frame first, int series, int leftOut) {
        Elements elements = first.file().elements();
        List<HeaderField> fields = new ArrayList<>();
        add(fields, "Modality", elements.text(Tag.MODALITY));
        add(fields, "SeriesDescription", elements.text(Tag.SERIES_DESCRIPTION));
        add(fields, "SeriesInstanceUID", elements.text(Tag.SERIES));
        add(fields, "series", series > 1 ? series + ", of which the largest is shown" : "");
        add(fields, "left out", leftOut > 0 ? leftOut + " images that do not belong to this scan" : "");
        return List.copyOf(fields);
    }

    private static void add(List<HeaderField> fields, String key, String value) {
        if (!value.isBlank()) {
            fields.add(new HeaderField(key, Faults.quoted(value), false));
        }
    }
}
