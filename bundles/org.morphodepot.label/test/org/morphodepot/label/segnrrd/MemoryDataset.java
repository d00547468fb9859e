package org.morphodepot.label.segnrrd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;

/** A file in memory that hands over its values in awkward pieces. */
final class MemoryDataset implements Dataset {

    private final List<HeaderField> fields;
    private final String type;
    private final List<Long> sizes;
    private final Geometry geometry;
    private final byte[] values;

    private MemoryDataset(List<HeaderField> fields, String type, List<Long> sizes, Geometry geometry, byte[] values) {
        this.fields = fields;
        this.type = type;
        this.sizes = sizes;
        this.geometry = geometry;
        this.values = values;
    }

    /** From header lines such as {@code sizes: 3 4 5} and {@code Segment0_ID:=a}; LPS only. */
    static MemoryDataset of(String header, byte[] values) {
        List<HeaderField> fields = new ArrayList<>();
        for (String line : header.split("\n")) {
            int assign = line.indexOf(":=");
            int at = assign >= 0 ? assign : line.indexOf(": ");
            fields.add(line.startsWith("#") ? new HeaderField("#", line.substring(1), false)
                    : new HeaderField(line.substring(0, at), line.substring(at + 2), assign >= 0));
        }
        SegHeader parsed = SegHeader.of(fields);
        List<Long> sizes = Arrays.stream(parsed.basic("sizes").orElseThrow().split(" ")).map(Long::valueOf).toList();
        String type = switch (parsed.basic("type").orElseThrow()) {
            case "unsigned char" -> "uint8";
            case "unsigned short" -> "uint16";
            case "short" -> "int16";
            case "float" -> "float32";
            case "double" -> "float64";
            default -> parsed.basic("type").orElseThrow();
        };
        double[] d = HeaderText.numbers(parsed.basic("spacedirections").orElse("1 0 0 0 1 0 0 0 1").replace("none", ""))
                .orElseThrow();
        double[] origin = HeaderText.numbers(parsed.basic("spaceorigin").orElse("0 0 0")).orElseThrow();
        double[] spacing = new double[3];
        for (int i = 0; i < 3; i++) {
            spacing[i] = Math.sqrt(d[3 * i] * d[3 * i] + d[3 * i + 1] * d[3 * i + 1] + d[3 * i + 2] * d[3 * i + 2]);
        }
        for (int i = 0; i < 9; i++) {
            d[i] /= spacing[i / 3];
        }
        return new MemoryDataset(fields, type, sizes, new Geometry(spacing, d, origin, ""), values);
    }

    static MemoryDataset of(Path written) throws IOException {
        RawNrrd raw = RawNrrd.read(written);
        return of(String.join("\n", raw.lines()), raw.values());
    }

    @Override
    public DatasetInfo info() {
        return new DatasetInfo("nrrd", type, sizes, Optional.of(geometry), "left-posterior-superior", List.of(), List.of(),
                fields);
    }

    @Override
    public String name() {
        return "memory.seg.nrrd";
    }

    @Override
    public Volume volume() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void values(ValueSink sink, Progress progress) throws IOException {
        byte[] buffer = new byte[4099];
        int piece = 1;
        for (int at = 0; at < values.length; at += piece) {
            piece = Math.min(values.length - at, 1 + (piece * 7 + 3) % 4000);
            System.arraycopy(values, at, buffer, 5, piece);
            sink.accept(buffer, 5, piece);
        }
    }

    @Override
    public void close() {
        // nothing is open
    }
}
