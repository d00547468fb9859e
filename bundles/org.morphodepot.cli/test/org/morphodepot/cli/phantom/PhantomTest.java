package org.morphodepot.cli.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.morphodepot.cli.phantom.anatomy.Structure;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

class PhantomTest {

    private static final VoxelSize SMALL = new VoxelSize(60, 96, 60);

    private static Phantom phantom(VoxelSize size, long seed) {
        return Phantom.of(size, Optional.empty(), seed);
    }

    private static byte[] values(Phantom phantom) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Dataset scan = phantom.scan()) {
            scan.values(out::write, Progress.NONE);
        }
        return out.toByteArray();
    }

    private static int value(byte[] values, VoxelSize size, int x, int y, int z) {
        int at = 2 * ((z * size.y() + y) * size.x() + x);
        return values[at] & 0xff | (values[at + 1] & 0xff) << 8;
    }

    @Test
    void seed_decidesEveryVoxel() throws IOException {
        assertArrayEquals(values(phantom(SMALL, 5)), values(phantom(SMALL, 5)));
        assertFalse(Arrays.equals(values(phantom(SMALL, 5)), values(phantom(SMALL, 6))));
    }

    @Test
    void chunks_holdTheSameValuesAsTheStream() throws IOException {
        Phantom phantom = phantom(new VoxelSize(70, 100, 66), 1);
        byte[] all = values(phantom);
        try (Volume volume = phantom.scan().volume()) {
            Level level = volume.levels().getFirst();
            for (int cx = 0; cx < level.chunks(0); cx++) {
                Chunk chunk = volume.read(new ChunkKey(0, cx, 1, 1));
                VoxelBox box = chunk.box();
                for (int x = box.x0(); x < box.x1(); x++) {
                    assertEquals(value(all, level.size(), x, box.y0(), box.z0()), chunk.value(x, box.y0(), box.z0()));
                }
            }
        }
    }

    @Test
    void scan_holdsAirSoftTissueBoneAndEnamel() throws IOException {
        byte[] all = values(phantom(new VoxelSize(120, 192, 120), 1));
        int[] classes = new int[5];
        for (int i = 0; i < all.length; i += 2) {
            int v = all[i] & 0xff | (all[i + 1] & 0xff) << 8;
            classes[v == 0 ? 0 : v < 300 ? 1 : v > 850 && v < 1250 ? 2 : v > 1900 && v < 2700 ? 3 : v > 3000 ? 4 : 0]++;
        }
        int voxels = all.length / 2;
        assertTrue(classes[0] > voxels * 0.1, "outside the field of view " + classes[0]);
        assertTrue(classes[1] > voxels * 0.2, "air " + classes[1]);
        assertTrue(classes[2] > voxels * 0.15, "soft tissue " + classes[2]);
        assertTrue(classes[3] > voxels * 0.008, "bone " + classes[3]);
        assertTrue(classes[4] > 100, "enamel " + classes[4]);
    }

    @Test
    void levels_halveDownToOneChunkAndStayInPlace() throws IOException {
        Phantom phantom = phantom(new VoxelSize(160, 256, 160), 1);
        assertEquals(3, phantom.levels().size());
        Level coarse = phantom.levels().get(2);
        assertEquals(new VoxelSize(40, 64, 40), coarse.size());
        assertArrayEquals(new double[] {1.5, 1.5, 1.5}, coarse.offset());
        byte[] fine = phantom.labels(0, new VoxelBox(0, 0, 0, 160, 256, 160));
        byte[] rough = phantom.labels(2, new VoxelBox(0, 0, 0, 40, 64, 40));
        int same = 0;
        for (int i = 0; i < rough.length; i++) {
            int x = i % 40 * 4 + 1;
            int y = i / 40 % 64 * 4 + 1;
            int z = i / 2560 * 4 + 1;
            same += rough[i] == fine[(z * 256 + y) * 160 + x] ? 1 : 0;
        }
        assertTrue(same > rough.length * 0.97, same + " of " + rough.length);
    }

    @Test
    void animal_liesAlongTheLongestSide() {
        double[] back = {0, 1, 0};
        for (int axis = 0; axis < 3; axis++) {
            VoxelSize size = new VoxelSize(axis == 0 ? 96 : 60, axis == 1 ? 96 : 60, axis == 2 ? 96 : 60);
            double[] directions = phantom(size, 1).geometry().directions();
            assertArrayEquals(back, Arrays.copyOfRange(directions, 3 * axis, 3 * axis + 3), "axis " + axis);
            assertEquals(1, determinant(directions), 1e-9, "a right-handed frame, or the animal would be mirrored");
        }
    }

    private static double determinant(double[] d) {
        return d[0] * (d[4] * d[8] - d[5] * d[7]) - d[1] * (d[3] * d[8] - d[5] * d[6]) + d[2] * (d[3] * d[7]
                - d[4] * d[6]);
    }

    @Test
    void left_isWhereTheGeometryPointsLeft() {
        for (VoxelSize size : new VoxelSize[] {new VoxelSize(60, 96, 60), new VoxelSize(96, 60, 60)}) {
            Phantom phantom = phantom(size, 1);
            Segmentation truth = phantom.segmentation(Progress.NONE);
            double left = centre(truth, Structure.MANDIBLE_LEFT, phantom)[0];
            double right = centre(truth, Structure.MANDIBLE_RIGHT, phantom)[0];
            assertTrue(left > right, "x of the left " + left + ", of the right " + right);
        }
    }

    private static double[] centre(Segmentation truth, Structure structure, Phantom phantom) {
        double[] sum = new double[3];
        int n = 0;
        VoxelSize size = truth.size();
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++) {
                    if (truth.layers().getFirst().label(x, y, z) == structure.label()) {
                        double[] world = phantom.geometry().toWorld(x, y, z);
                        sum[0] += world[0];
                        sum[1] += world[1];
                        sum[2] += world[2];
                        n++;
                    }
                }
            }
        }
        return new double[] {sum[0] / n, sum[1] / n, sum[2] / n};
    }

    @Test
    void segmentation_namesEveryStructureAndAgreesWithTheLabels() {
        Phantom phantom = phantom(SMALL, 1);
        Segmentation truth = phantom.segmentation(Progress.NONE);
        byte[] labels = phantom.labels(0, SMALL.box());
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < labels.length; i++) {
            int label = truth.layers().getFirst().label(i % 60, i / 60 % 96, i / (60 * 96));
            assertEquals(labels[i], label);
            seen.add(label);
        }
        for (Segment segment : truth.segments()) {
            assertTrue(seen.contains(segment.label()), segment.name() + " has no voxels");
        }
        assertEquals(Structure.values().length, truth.segments().size());
    }

    @Test
    void spacing_ofTheDefaultSizeIs42Micrometres() {
        assertArrayEquals(new double[] {42, 42, 42}, Phantom.standard().geometry().spacing());
        assertEquals("micrometer", Phantom.standard().geometry().unit());
    }

    @Test
    void spacing_givenChangesProportions() {
        Phantom phantom = Phantom.of(new VoxelSize(60, 96, 30), Optional.of(new double[] {10, 10, 20}), 1);
        assertArrayEquals(new double[] {10, 10, 20}, phantom.geometry().spacing());
        byte[] flat = phantom.labels(0, new VoxelBox(0, 0, 15, 60, 96, 16));
        byte[] cubic = phantom(SMALL, 1).labels(0, new VoxelBox(0, 0, 30, 60, 96, 31));
        int same = 0;
        for (int i = 0; i < flat.length; i++) {
            same += flat[i] == cubic[i] ? 1 : 0;
        }
        assertTrue(same > flat.length * 0.95, same + " of " + flat.length);
    }

    @Test
    void terabytes_answerAtOnce() throws IOException {
        try (Volume huge = phantom(new VoxelSize(10000, 10000, 10000), 1).scan().volume()) {
            assertEquals(9, huge.levels().size());
            Chunk chunk = huge.read(new ChunkKey(0, 78, 78, 78));
            assertEquals(64 * 64 * 64, chunk.box().voxels());
            assertEquals(0, huge.read(new ChunkKey(0, 0, 156, 0)).value(1, 9999, 1), "outside the field of view");
        }
    }

    @Test
    void cancelling_stopsTheStream() {
        Progress stop = new Progress() {
            @Override
            public void report(long done, long total, String what) {
                // not shown
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        Assertions.assertThrows(CancellationException.class, () -> phantom(SMALL, 1).scan().values((b, o, l) -> {
        }, stop));
    }

    @Test
    void colorTable_has21ColumnsAndARowPerStructure() {
        String[] lines = Phantom.colorTable().split("\n");
        assertEquals(Structure.values().length + 1, lines.length);
        for (String line : lines) {
            assertEquals(21, columns(line), line);
        }
        assertTrue(lines[4].startsWith("4,\"parietal bone, left\",155,214,122,255,\"SCT\",\"123037004\""), lines[4]);
        assertTrue(lines[4].contains("\"UBERON\",\"0000210\",\"parietal bone\",\"SCT\",\"7771000\",\"Left\""),
                lines[4]);
    }

    private static int columns(String line) {
        return line.replaceAll("\"[^\"]*\"", "").split(",", -1).length;
    }
}
