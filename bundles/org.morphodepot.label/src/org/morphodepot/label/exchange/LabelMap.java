package org.morphodepot.label.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.LevelInfo;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

/**
 * A segmentation as one number per voxel, to be written by any {@link org.morphodepot.volume.spi.VolumeWriter}, such as
 * OME-Zarr labels with a pyramid. With a single layer the numbers are the labels; with several each segment has its place in
 * the list, counted from 1, and where segments overlap the later one shows. One thread.
 */
public final class LabelMap implements Dataset {

    private static final int BYTE = 255;
    private static final String LAYER = "layer-";

    private final Segmentation segmentation;
    private final String name;
    /** By layer and label, the number to write. */
    private final List<char[]> numbers = new ArrayList<>();
    /** Name and colour of each number. */
    private final List<HeaderField> fields = new ArrayList<>();
    private final int highest;
    private long hidden;

    /**
     * A map for each layer that is in use, so that segments that overlap are all there; at least one. They are named
     * {@code layer-1}, {@code layer-2}, …
     */
    public static List<LabelMap> perLayer(Segmentation segmentation) {
        List<LabelMap> maps = new ArrayList<>();
        for (int i = 0; i < segmentation.layers().size(); i++) {
            int layer = i;
            if (!segmentation.layers().get(i).occupied().isEmpty()) {
                List<Segment> segments = segmentation.segments().stream().filter(s -> s.layer() == layer)
                        .map(s -> new Segment(s.id(), s.name(), s.color(), 0, s.label(), s.tags(), s.fields(), s.visible(),
                                s.locked(), s.opacity())).toList();
                maps.add(new LabelMap(new Segmentation(segmentation.size(), segmentation.geometry(), segments,
                        List.of(segmentation.layers().get(i)), List.of()), LAYER + (maps.size() + 1)));
            }
        }
        return maps.isEmpty() ? List.of(new LabelMap(segmentation, LAYER + 1)) : maps;
    }

    /** @param name for messages and progress, and of its folder in a group of maps */
    public LabelMap(Segmentation segmentation, String name) {
        this.segmentation = segmentation;
        this.name = name;
        long used = segmentation.layers().stream().filter(layer -> !layer.occupied().isEmpty()).count();
        int most = 0;
        for (int i = 0; i < segmentation.layers().size(); i++) {
            numbers.add(new char[Character.MAX_VALUE + 1]);
        }
        for (int place = 0; place < segmentation.segments().size(); place++) {
            Segment segment = segmentation.segments().get(place);
            int number = used <= 1 ? segment.label() : place + 1;
            if (segment.layer() < numbers.size()) {
                numbers.get(segment.layer())[segment.label()] = (char) number;
                fields.add(LabelNames.field(number, segment));
                most = Math.max(most, number);
            }
        }
        highest = most;
    }

    @Override
    public DatasetInfo info() {
        VoxelSize size = segmentation.size();
        List<Long> sides = List.of((long) size.x(), (long) size.y(), (long) size.z());
        LevelInfo level = new LevelInfo(sides, sides, Optional.empty(), List.of(), Optional.empty());
        return new DatasetInfo("seg.nrrd", highest <= BYTE ? "uint8" : "uint16", sides,
                Optional.of(segmentation.geometry()), "left-posterior-superior", List.of("x", "y", "z"), List.of(level),
                fields);
    }

    @Override
    public String name() {
        return name;
    }

    /** Not there: label maps are only copied. */
    @Override
    public Volume volume() throws IOException {
        throw new VolumeException(Kind.UNSUPPORTED, name + " is labels, not a scan");
    }

    @Override
    public void values(ValueSink sink, Progress progress) throws IOException {
        VoxelSize size = segmentation.size();
        int rows = Math.clamp((1 << 20) / size.x(), 1, size.y());
        char[] read = new char[Math.multiplyExact(size.x(), rows)];
        char[] shown = new char[read.length];
        byte[] bytes = new byte[2 * read.length];
        for (int z = 0; z < size.z(); z++) {
            progress.check();
            progress.report(z, size.z(), "Reading labels");
            for (int y = 0; y < size.y(); y += rows) {
                VoxelBox part = new VoxelBox(0, y, z, size.x(), Math.min(size.y(), y + rows), z + 1);
                fill(part, read, shown);
                sink.accept(bytes, 0, encode(shown, (int) part.voxels(), bytes));
            }
        }
    }

    private void fill(VoxelBox part, char[] read, char[] shown) {
        int count = (int) part.voxels();
        Arrays.fill(shown, 0, count, (char) 0);
        for (int i = 0; i < numbers.size(); i++) {
            LabelLayer layer = segmentation.layers().get(i);
            if (!layer.occupied().intersect(part).isEmpty()) {
                char[] number = numbers.get(i);
                layer.read(part, read);
                for (int v = 0; v < count; v++) {
                    char segment = number[read[v]];
                    hidden += segment != 0 && shown[v] != 0 ? 1 : 0;
                    shown[v] = (char) Math.max(shown[v], segment);
                }
            }
        }
    }

    /** How often {@link #values} has left out a segment of a voxel so far, because a later one is there too. */
    long hidden() {
        return hidden;
    }

    private int encode(char[] labels, int count, byte[] bytes) {
        int step = highest <= BYTE ? 1 : 2;
        for (int i = 0; i < count; i++) {
            bytes[i * step] = (byte) labels[i];
            if (step == 2) {
                bytes[2 * i + 1] = (byte) (labels[i] >> 8);
            }
        }
        return count * step;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
