package org.morphodepot.viewer.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.morphodepot.viewer.FakeVolume;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.spi.VolumeFormat;

/** Opens every address as the same small scan in micrometres, and the labels that were really written beside it. */
final class FolderOfScans implements VolumeFormat {

    static final VoxelSize SIZE = new VoxelSize(40, 36, 34);
    static final Geometry PLACE = new Geometry(new double[] {42, 42, 42}, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1},
            new double[] {1000, 0, -21}, "micrometer");

    @Override
    public String id() {
        return "folder";
    }

    @Override
    public List<String> filePatterns() {
        return List.of();
    }

    @Override
    public Optional<Dataset> open(Address address, Volumes all) throws IOException {
        return Optional.of(LabelFiles.isLabels(address) ? written(address.path()) : scan());
    }

    private static Dataset scan() {
        FakeVolume volume = new FakeVolume(SIZE, 16, 1, PLACE, (level, x, y, z) -> x);
        DatasetInfo info = new DatasetInfo("nrrd", "int16", List.of(40L, 36L, 34L), Optional.of(PLACE), "", List.of(),
                List.of(), List.of());
        return new InMemory(info, volume, new byte[0]);
    }

    private static Dataset written(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = 0;
        while (bytes[end] != '\n' || bytes[end + 1] != '\n') {
            end++;
        }
        List<HeaderField> fields = new ArrayList<>();
        for (String line : new String(bytes, 0, end, StandardCharsets.UTF_8).split("\n")) {
            int assign = line.indexOf(":=");
            int at = assign >= 0 ? assign : line.indexOf(": ");
            fields.add(at < 0 ? new HeaderField(line.substring(0, Math.min(8, line.length())), "", false)
                    : new HeaderField(line.substring(0, at), line.substring(at + 2), assign >= 0));
        }
        double[] step = numbers(value(fields, "space directions"));
        Geometry place = new Geometry(new double[] {step[0], step[4], step[8]}, PLACE.directions(),
                numbers(value(fields, "space origin")), "");
        List<Long> size = Arrays.stream(value(fields, "sizes").split(" ")).map(Long::valueOf).toList();
        DatasetInfo info = new DatasetInfo("nrrd", "uint8", size, Optional.of(place), "left-posterior-superior", List.of(),
                List.of(), fields);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes, end + 2, bytes.length - end - 2))) {
            return new InMemory(info, null, in.readAllBytes());
        }
    }

    private static String value(List<HeaderField> fields, String key) {
        return fields.stream().filter(f -> f.key().equals(key)).findFirst().orElseThrow().value();
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.replaceAll("[(),]+", " ").strip().split("\\s+")).mapToDouble(Double::parseDouble)
                .toArray();
    }

    private record InMemory(DatasetInfo info, Volume volume, byte[] values) implements Dataset {

        @Override
        public void values(ValueSink sink, Progress progress) throws IOException {
            sink.accept(values, 0, values.length);
        }

        @Override
        public void close() throws IOException {
            if (volume != null) {
                volume.close();
            }
        }
    }
}
