import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelSize;

/** Segmentations with one and three layers and a scan of their grid for label-cross-read.   java LabelSamples.java FOLDER */
class LabelSamples {

    static final VoxelSize SIZE = new VoxelSize(150, 70, 45);
    static final Geometry PLACE = new Geometry(new double[] {0.25, 0.5, 0.75}, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1},
            new double[] {10, -20, 30}, "mm");

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        write(folder.resolve("single.seg.nrrd"), List.of(layer(i -> i % 97 < 20 ? 1 : i % 1013 < 200 ? 700 : 0)), List.of(
                segment("femur", "Femur, left – Oberschenkel", 0, 1), segment("tibia", "tibia", 0, 700)));
        write(folder.resolve("layered.seg.nrrd"), List.of(layer(i -> i % 150 < 60 ? 3 : 0), layer(_ -> 0),
                layer(i -> i % 150 > 40 && i % 7 > 2 ? 3 : i % 150 > 40 ? 200 : 0)), List.of(segment("bone", "bone", 0, 3),
                segment("marrow", "marrow \"red\"", 2, 3), segment("fat", "fat", 2, 200)));
        write(folder.resolve("empty.seg.nrrd"), List.of(layer(_ -> 0)), List.of(segment("later", "painted later", 0, 1)));
        scan(folder.resolve("scan.nrrd"));
    }

    static Segment segment(String id, String name, int layer, int label) {
        SegmentColor color = SegmentColor.ofRgb(0x9e3779 * (layer * 31 + label) & 0xffffff);
        return new Segment(id, name, color, layer, label, "", List.of(), true, true, 1);
    }

    static void write(Path file, List<LabelLayer> layers, List<Segment> segments) throws Exception {
        SegNrrd.write(new Segmentation(SIZE, PLACE, segments, layers, List.of()), file, Progress.NONE);
    }

    static void scan(Path file) throws Exception {
        byte[] values = new byte[(int) SIZE.voxels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i / 60);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(("NRRD0004\ntype: uint8\ndimension: 3\nspace: left-posterior-superior\nsizes: 150 70 45\n"
                    + "space directions: (0.25,0,0) (0,0.5,0) (0,0,0.75)\nspace origin: (10,-20,30)\nencoding: raw\n\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(values);
        }
    }

    static LabelLayer layer(IntUnaryOperator labelOfVoxel) {
        List<BlockChange> changes = new ArrayList<>();
        for (int bz = 0; bz << 5 < SIZE.z(); bz++) {
            for (int by = 0; by << 5 < SIZE.y(); by++) {
                for (int bx = 0; bx << 5 < SIZE.x(); bx++) {
                    changes.add(new BlockChange(bx, by, bz, Block.of(block(bx, by, bz, labelOfVoxel))));
                }
            }
        }
        return LabelLayer.empty(SIZE).with(changes);
    }

    static char[] block(int bx, int by, int bz, IntUnaryOperator labelOfVoxel) {
        char[] labels = new char[Block.VOXELS];
        for (int i = 0; i < labels.length; i++) {
            int x = (bx << 5) + (i & 31);
            int y = (by << 5) + (i >> 5 & 31);
            int z = (bz << 5) + (i >> 10);
            boolean inside = x < SIZE.x() && y < SIZE.y() && z < SIZE.z();
            labels[i] = inside ? (char) labelOfVoxel.applyAsInt(x + SIZE.x() * (y + SIZE.y() * z)) : 0;
        }
        return labels;
    }
}
