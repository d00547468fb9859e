package org.morphodepot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.morphodepot.label.Segment;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.LevelInfo;

/** The answer of {@code info} for people. */
final class FactsText {

    private final StringBuilder text = new StringBuilder();

    private FactsText() {
    }

    static String of(Address address, Facts facts) {
        FactsText out = new FactsText();
        out.text.append(Failure.line(address.toString()));
        out.row("format", format(facts));
        out.row("size", by(facts.info().size()) + " voxels of " + facts.info().type());
        facts.info().geometry().ifPresent(geometry -> out.geometry(facts, geometry));
        List<LevelInfo> levels = facts.info().levels();
        for (int i = 0; i < levels.size(); i++) {
            out.row(levels.size() == 1 ? "stored" : "level " + i, level(levels.get(i)));
        }
        facts.segments().ifPresent(segments -> out.segments(facts, segments));
        facts.sha256().ifPresent(sum -> out.row("sha256", sum));
        return out.text.toString();
    }

    private static String format(Facts facts) {
        int levels = facts.info().levels().size();
        String name = switch (facts.format()) {
            case "ome-zarr" -> "OME-Zarr";
            case "zarr" -> "Zarr array";
            case "nrrd" -> "NRRD";
            case "seg.nrrd" -> "segmentation (seg.nrrd)";
            default -> facts.format();
        };
        return levels > 1 ? name + ", " + levels + " resolutions" : name;
    }

    private void geometry(Facts facts, Geometry geometry) {
        double[] spacing = geometry.spacing();
        String unit = geometry.unit().isEmpty() ? "(unit not given)" : geometry.unit();
        row("voxel", number(spacing[0]) + " x " + number(spacing[1]) + " x " + number(spacing[2]) + " " + unit);
        FileSpace space = new FileSpace(facts.info().space());
        double[] origin = space.fromLps(geometry.origin());
        row("origin", number(origin[0]) + ", " + number(origin[1]) + ", " + number(origin[2])
                + (facts.info().space().isEmpty() ? "" : " (" + facts.info().space() + ")"));
    }

    private static String level(LevelInfo level) {
        StringBuilder out = new StringBuilder(by(level.size()));
        if (!level.chunk().equals(level.size())) {
            out.append(", chunks ").append(by(level.chunk()));
        }
        level.shard().ifPresent(shard -> out.append(" in shards ").append(by(shard)));
        if (!level.codecs().isEmpty()) {
            out.append(", ").append(String.join(" + ", level.codecs()));
        }
        level.zarrFormat().ifPresent(zarr -> out.append(", Zarr ").append(zarr));
        return out.toString();
    }

    private void segments(Facts facts, Facts.Segments segments) {
        row("segments", segments.segments().size() + " in " + segments.layers()
                + (segments.layers() == 1 ? " layer" : " layers"));
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"name", "label", "layer", "voxels", "volume"});
        for (Segment segment : segments.segments()) {
            long voxels = segments.counts().of(segment.id()).voxels();
            rows.add(new String[] {Failure.line(segment.name()), "" + segment.label(), "" + segment.layer(),
                    String.format(Locale.ROOT, "%,d", voxels), volume(facts, voxels)});
        }
        int[] width = new int[5];
        rows.forEach(row -> {
            for (int c = 0; c < 5; c++) {
                width[c] = Math.max(width[c], row[c].length());
            }
        });
        for (String[] row : rows) {
            text.append("\n    ").append(row[0]).append(" ".repeat(width[0] - row[0].length()));
            for (int c = 1; c < 5; c++) {
                text.append("  ").append(" ".repeat(width[c] - row[c].length())).append(row[c]);
            }
        }
    }

    private static String volume(Facts facts, long voxels) {
        return facts.info().geometry().filter(g -> !g.unit().isEmpty()).map(g -> {
            double[] s = g.spacing();
            return number(voxels * s[0] * s[1] * s[2]) + " " + g.unit() + "\u00b3";
        }).orElse("");
    }

    private void row(String name, String value) {
        text.append("\n  ").append(name).append(" ".repeat(Math.max(1, 10
                - name.length()))).append(Failure.line(value));
    }

    private static String by(List<Long> sizes) {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }

    /** Up to six digits that count, without trailing zeros. */
    static String number(double value) {
        if (value == 0 || Math.abs(value) >= 1e6) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        String rounded = new java.math.BigDecimal(value).round(new java.math.MathContext(6)).toPlainString();
        return rounded.contains(".") ? rounded.replaceAll("0+$", "").replaceAll("\\.$", "") : rounded;
    }
}
