package org.morphodepot.label.ui;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.morphodepot.viewer.Lengths;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.LevelInfo;
import org.morphodepot.volume.VoxelSize;

/** What a scan is, as rows for people: name, size, type, spacing, place in space, how it is stored. */
final class ScanFacts {

    private ScanFacts() {
    }

    static Map<String, String> of(Session session) {
        VoxelSize size = session.scan().size();
        Geometry geometry = session.volume().geometry();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Scan", session.name());
        rows.put("Address", session.scan().address().toString());
        rows.put("Format", session.scan().info().format());
        rows.put("Size", size + " voxels (" + voxels(size) + ")");
        rows.put("Type", session.volume().type().id());
        rows.put("Spacing", session.scan().info().geometry().isEmpty() && geometry.unit().isEmpty()
                ? "not known; counted in voxels" : numbers(geometry.spacing(), " x ") + unit(geometry));
        rows.put("Physical size", IntStream.range(0, 3)
                .mapToObj(axis -> Lengths.format(size.get(axis) * geometry.spacing(axis), geometry.unit()))
                .collect(Collectors.joining(" x ")));
        rows.put("Origin (LPS)", numbers(geometry.origin(), ", ") + unit(geometry));
        rows.put("Directions", IntStream.range(0, 3).mapToObj(
                axis -> "(" + numbers(Arrays.copyOfRange(geometry.directions(), 3 * axis, 3 * axis + 3), ", ") + ")")
                .collect(Collectors.joining(" ")));
        if (!session.scan().info().space().isEmpty()) {
            rows.put("Space", session.scan().info().space());
        }
        rows.put("Levels", session.volume().levels().stream().map(Level::size).map(VoxelSize::toString)
                .collect(Collectors.joining(" · ")));
        session.scan().info().levels().stream().findFirst().ifPresent(level -> rows.put("Stored as", stored(level)));
        return rows;
    }

    private static String stored(LevelInfo level) {
        String chunks = "chunks of " + sides(level.chunk());
        String shards = level.shard().map(s -> ", shards of " + sides(s)).orElse("");
        String codecs = level.codecs().isEmpty() ? "" : ", " + String.join(" + ", level.codecs());
        return chunks + shards + codecs;
    }

    private static String sides(List<Long> sizes) {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }

    private static String voxels(VoxelSize size) {
        double millions = size.voxels() / 1e6;
        return millions >= 1000 ? String.format(Locale.ROOT, "%.2f billion", millions / 1000)
                : String.format(Locale.ROOT, "%.3g million", millions);
    }

    private static String unit(Geometry geometry) {
        return switch (geometry.unit()) {
            case "um", "micrometer", "micrometre" -> " µm";
            case "millimeter", "millimetre" -> " mm";
            case "nanometer", "nanometre" -> " nm";
            case "" -> " (unit not given)";
            default -> " " + geometry.unit();
        };
    }

    private static String numbers(double[] values, String separator) {
        return Arrays.stream(values).mapToObj(v -> v == Math.rint(v) && Math.abs(v) < 1e9 ? Long.toString((long) v)
                : String.format(Locale.ROOT, "%.5g", v)).collect(Collectors.joining(separator));
    }
}
