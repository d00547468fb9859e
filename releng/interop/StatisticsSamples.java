import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.label.statistics.SegmentStatistics;
import org.morphodepot.label.statistics.StatisticsCsv;
import org.morphodepot.label.tool.Intensities;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

/** Writes segmentations with their scans, and what we count in them, for label-statistics.   java StatisticsSamples.java FOLDER */
class StatisticsSamples {

    static final VoxelSize SIZE = new VoxelSize(90, 70, 80);

    public static void main(String[] args) throws Exception {
        double c = Math.cos(0.4);
        double s = Math.sin(0.4);
        double[] straight = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        double[] oblique = {c, s, 0, -s, c, 0, 0, 0, 1};
        sample(Path.of(args[0]), "cubes", new Geometry(new double[] {42, 42, 42}, straight, new double[3], "micrometer"));
        sample(Path.of(args[0]), "flat", new Geometry(new double[] {0.5, 0.7, 1.3}, straight, new double[] {10, -20, 5}, "mm"));
        sample(Path.of(args[0]), "oblique", new Geometry(new double[] {0.4, 0.4, 0.9}, oblique, new double[] {-3, 4, 5}, "mm"));
    }

    static void sample(Path folder, String name, Geometry geometry) throws Exception {
        LabelLayer layer = LabelLayer.empty(SIZE);
        List<BlockChange> changes = new ArrayList<>();
        for (int bz = 0; bz << 5 < SIZE.z(); bz++) {
            for (int by = 0; by << 5 < SIZE.y(); by++) {
                for (int bx = 0; bx << 5 < SIZE.x(); bx++) {
                    char[] labels = new char[Block.VOXELS];
                    for (int i = 0; i < labels.length; i++) {
                        labels[i] = (char) label((bx << 5) + (i & 31), (by << 5) + (i >> 5 & 31), (bz << 5) + (i >> 10));
                    }
                    changes.add(new BlockChange(bx, by, bz, Block.of(labels)));
                }
            }
        }
        List<Segment> segments = new ArrayList<>();
        for (int label = 1; label <= 6; label++) {
            segments.add(new Segment("s" + label, "segment " + label, new SegmentColor(1, 0, 0), 0, label, "", List.of(), true,
                    true, 1));
        }
        Segmentation state = new Segmentation(SIZE, geometry, segments, List.of(layer.with(changes)), List.of());
        SegNrrd.write(state, folder.resolve(name + ".seg.nrrd"), Progress.NONE);
        short[] scan = scan();
        write(folder.resolve(name + ".scan.nrrd"), scan);
        Files.writeString(folder.resolve(name + ".csv"), StatisticsCsv.of(
                SegmentStatistics.of(state, segments, Optional.of(values(scan)), Progress.NONE)));
    }

    /** A ball, a tilted ellipsoid, a shell cut by the border, a rod, loose voxels, and a block of whole 32-cubes. */
    static int label(int x, int y, int z) {
        double u = (x - 30) * 0.8 + (y - 20) * 0.6;
        double v = -(x - 30) * 0.6 + (y - 20) * 0.8;
        int hash = (x * 73856093 ^ y * 19349663 ^ z * 83492791) * 0x9E3779B1 >>> 20;
        double r = Math.sqrt((x - 89) * (x - 89) + (y - 69) * (y - 69) + (z - 40) * (z - 40));
        return (x - 60) * (x - 60) + (y - 20) * (y - 20) + (z - 20) * (z - 20) < 150 ? 1
                : u * u / 400 + v * v / 60 + (z - 50) * (z - 50) / 90.0 < 1 ? 2
                : r > 20 && r < 24 ? 3 : y == 60 && z == 70 && x > 3 && x < 77 ? 4
                : z < 8 && hash % 9 == 0 ? 5 : x < 32 && y >= 40 && y < 68 && z < 64 && z > 9 ? 6 : 0;
    }

    static short[] scan() {
        Random random = new Random(7);
        short[] scan = new short[(int) SIZE.voxels()];
        for (int i = 0; i < scan.length; i++) {
            scan[i] = (short) (1000 * random.nextGaussian() + i % SIZE.x());
        }
        return scan;
    }

    static void write(Path file, short[] values) throws Exception {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(values);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(("NRRD0004\ntype: short\ndimension: 3\nsizes: " + SIZE.x() + " " + SIZE.y() + " " + SIZE.z()
                    + "\nendian: little\nencoding: raw\n\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes.array());
        }
    }

    static Intensities values(short[] scan) {
        return new Intensities() {
            @Override
            public void read(VoxelBox box, float[] out) {
                for (int i = 0; i < box.voxels(); i++) {
                    int x = box.x0() + i % box.width();
                    int y = box.y0() + i / box.width() % box.height();
                    int z = box.z0() + i / box.width() / box.height();
                    out[i] = scan[(z * SIZE.y() + y) * SIZE.x() + x];
                }
            }

            @Override
            public DisplayRange range() {
                return new DisplayRange(0, 1);
            }
        };
    }
}
