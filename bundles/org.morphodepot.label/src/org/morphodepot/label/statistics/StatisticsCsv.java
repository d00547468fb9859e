package org.morphodepot.label.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table of statistics as comma-separated values, with the columns and units of 3D Slicer: millimetres, and places in
 * right-anterior-superior coordinates.
 */
public final class StatisticsCsv {

    private static final List<String> SHAPE = List.of("voxel_count", "volume_mm3", "volume_cm3", "centroid_ras",
            "feret_diameter_mm", "surface_area_mm2", "roundness", "flatness", "elongation", "principal_moments",
            "principal_axis_x", "principal_axis_y", "principal_axis_z", "obb_origin_ras", "obb_diameter_mm",
            "obb_direction_ras_x", "obb_direction_ras_y", "obb_direction_ras_z");
    private static final List<String> SURFACE = List.of("closed_surface_area_mm2", "closed_surface_volume_mm3",
            "closed_surface_volume_cm3");
    private static final List<String> VALUES = List.of("min", "max", "mean", "median", "stdev");

    private StatisticsCsv() {
    }

    /** A heading and one line for each segment; texts that need it are quoted. */
    public static String of(List<SegmentStatistics> statistics) {
        boolean values = statistics.stream().anyMatch(s -> s.intensities().isPresent());
        List<List<String>> rows = new ArrayList<>();
        rows.add(joined(List.of(List.of("Segment", "Id"), SHAPE, SURFACE, values ? VALUES : List.of())));
        for (SegmentStatistics s : statistics) {
            rows.add(joined(List.of(List.of(s.segment().name(), s.segment().id()), shape(s.shape()), surface(s.surface()),
                    values ? values(s.intensities()) : List.of())));
        }
        return rows.stream().map(row -> row.stream().map(StatisticsCsv::quoted).collect(Collectors.joining(",")) + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> shape(Optional<ShapeStatistics> shape) {
        if (shape.isEmpty()) {
            List<String> none = new ArrayList<>(List.of("0", "0", "0"));
            none.addAll(blanks(SHAPE.size() - 3));
            return none;
        }
        ShapeStatistics s = shape.get();
        OrientedBox box = s.box();
        return List.of(Long.toString(s.voxels()), text(s.volume()), text(s.volume() / 1000), ras(s.centroid(), 0),
                text(s.feretDiameter()), text(s.surface()), text(s.roundness()), text(s.flatness()), text(s.elongation()),
                vector(s.principalMoments(), 0), ras(s.principalAxes(), 0), ras(s.principalAxes(), 3),
                ras(s.principalAxes(), 6), ras(box.origin(), 0), vector(box.size(), 0), ras(box.directions(), 0),
                ras(box.directions(), 3), ras(box.directions(), 6));
    }

    private static List<String> surface(Optional<ClosedSurface> surface) {
        return surface.map(s -> List.of(text(s.area()), text(s.volume()), text(s.volume() / 1000)))
                .orElse(blanks(SURFACE.size()));
    }

    private static List<String> values(Optional<IntensityStatistics> values) {
        return values.map(v -> List.of(text(v.min()), text(v.max()), text(v.mean()), text(v.median()),
                text(v.deviation()))).orElse(blanks(VALUES.size()));
    }

    private static List<String> blanks(int count) {
        return java.util.Collections.nCopies(count, "");
    }

    private static List<String> joined(List<List<String>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    /** Left and posterior become right and anterior. */
    private static String ras(double[] v, int from) {
        return vector(new double[] {-v[from] + 0.0, -v[from + 1] + 0.0, v[from + 2]}, 0);
    }

    private static String vector(double[] v, int from) {
        return text(v[from]) + " " + text(v[from + 1]) + " " + text(v[from + 2]);
    }

    private static String text(double value) {
        return Double.isFinite(value) ? new java.math.BigDecimal(value).round(new java.math.MathContext(9))
                .stripTrailingZeros().toPlainString() : "";
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
