package org.morphodepot.cli.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.morphodepot.cli.phantom.anatomy.Structure;
import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

/** Turns the phantom's true labels into a segmentation, and its structures into a colour table. */
final class GroundTruth {

    private static final List<String> CATEGORY = List.of("SCT", "123037004", "Anatomical Structure");
    private static final List<String> NOTHING = List.of("", "", "");

    private final Scanner scanner;
    private final Level level;

    GroundTruth(Scanner scanner, Level level) {
        this.scanner = scanner;
        this.level = level;
    }

    Segmentation segmentation(Geometry geometry, Progress progress) {
        VoxelSize size = level.size();
        LabelLayer layer = LabelLayer.empty(size);
        int deep = blocks(size.z());
        for (int bz = 0; bz < deep; bz++) {
            progress.check();
            int row = bz;
            int wide = blocks(size.x());
            List<BlockChange> changes = IntStream.range(0, wide * blocks(size.y())).parallel()
                    .mapToObj(i -> block(i % wide, i / wide, row)).filter(Objects::nonNull).toList();
            layer = layer.with(changes);
            progress.report(bz + 1L, deep, "labelling structures");
        }
        return new Segmentation(size, geometry, segments(), List.of(layer), List.of());
    }

    private static int blocks(int voxels) {
        return (voxels + Block.SIDE - 1) / Block.SIDE;
    }

    /** Null when there is nothing but background. */
    private BlockChange block(int bx, int by, int bz) {
        int x = bx * Block.SIDE;
        int y = by * Block.SIDE;
        int z = bz * Block.SIDE;
        VoxelBox box = new VoxelBox(x, y, z, x + Block.SIDE, y + Block.SIDE, z + Block.SIDE)
                .intersect(level.size().box());
        byte[] labels = scanner.label(level, box);
        char[] cube = new char[Block.VOXELS];
        boolean any = false;
        int from = 0;
        for (int k = 0; k < box.depth(); k++) {
            for (int j = 0; j < box.height(); j++) {
                for (int i = 0; i < box.width(); i++) {
                    byte label = labels[from++];
                    cube[(k * Block.SIDE + j) * Block.SIDE + i] = (char) label;
                    any |= label != 0;
                }
            }
        }
        return any ? new BlockChange(bx, by, bz, Block.of(cube)) : null;
    }

    private static List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        for (Structure s : Structure.values()) {
            String tags = "Segmentation.Status:completed|TerminologyEntry:phantom~" + String.join("^", CATEGORY) + "~"
                    + String.join("^", type(s)) + "~" + String.join("^", side(s))
                    + "~Anatomic codes - DICOM master list~^^~^^|";
            segments.add(new Segment("phantom-" + s.label(), s.title(), SegmentColor.ofRgb(s.rgb()), 0, s.label(), tags,
                    List.of(), true, false, 1));
        }
        return segments;
    }

    private static List<String> type(Structure s) {
        return List.of("UBERON", s.uberon(), s.meaning());
    }

    private static List<String> side(Structure s) {
        return s.side() == Structure.Side.NONE ? NOTHING : List.of("SCT", s.side().code(), s.side().meaning());
    }

    /** The 21 columns of a depot's colour table. */
    static String colorTable() {
        StringBuilder csv = new StringBuilder(quoted(List.of("LabelValue", "Name", "Color_R", "Color_G", "Color_B",
                "Color_A")));
        for (String concept : List.of("Category", "Type", "TypeModifier", "Region", "RegionModifier")) {
            csv.append(',').append(quoted(List.of(concept + "_CodingScheme", concept + "_CodeValue",
                    concept + "_CodeMeaning")));
        }
        for (Structure s : Structure.values()) {
            int rgb = s.rgb();
            csv.append('\n').append(s.label()).append(',').append(quoted(List.of(s.title())));
            csv.append(',').append(rgb >> 16).append(',').append(rgb >> 8 & 0xff).append(',').append(rgb & 0xff);
            csv.append(",255");
            for (List<String> concept : List.of(CATEGORY, type(s), side(s), NOTHING, NOTHING)) {
                csv.append(',').append(quoted(concept));
            }
        }
        return csv.append('\n').toString();
    }

    private static String quoted(List<String> cells) {
        return "\"" + String.join("\",\"", cells) + "\"";
    }
}
