package org.morphodepot.volume.images.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.images.Scans;

class NiftiFormatTest {

    @TempDir
    Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void values_areLittleEndian_whateverTheOrderInTheFile() throws IOException {
        byte[] little = Scans.values(file("a.nii", NiftiFile.of(ByteOrder.LITTLE_ENDIAN, 3, 4, 5).bytes()));
        assertEquals(120, little.length);
        assertEquals(59, little[118]);
        assertArrayEquals(little, Scans.values(file("b.nii", NiftiFile.of(ByteOrder.BIG_ENDIAN, 3, 4, 5).bytes())));
        assertArrayEquals(little, Scans.values(file("c.nii.gz", NiftiFile.of(ByteOrder.BIG_ENDIAN, 3, 4, 5).gzipped())));
    }

    @Test
    void matrix_isTurnedToTheLeftAndPosterior() throws IOException {
        NiftiFile nifti = NiftiFile.of(ByteOrder.LITTLE_ENDIAN, 3, 4, 5).put(254, 1)
                .put(280, 2, 0, 0, 10).put(296, 0, 3, 0, 20).put(312, 0, 0, 4, 30);
        try (Dataset dataset = Scans.open(file("m.nii", nifti.bytes()))) {
            Geometry geometry = dataset.info().geometry().orElseThrow();
            assertArrayEquals(new double[] {2, 3, 4}, geometry.spacing());
            assertArrayEquals(new double[] {-10, -20, 30}, geometry.origin());
            assertArrayEquals(new double[] {-1, 0, 0, 0, -1, 0, 0, 0, 1}, geometry.directions());
            assertEquals("mm", geometry.unit());
            assertEquals("left-posterior-superior", dataset.info().space());
        }
    }

    @Test
    void quaternion_isUsedWhenThereIsNoMatrix() throws IOException {
        float half = (float) Math.sqrt(0.5);
        NiftiFile nifti = NiftiFile.of(ByteOrder.LITTLE_ENDIAN, 3, 4, 5).put(252, 1).put(256, 0, 0, half, 1, 2, 3);
        try (Dataset dataset = Scans.open(file("q.nii", nifti.bytes()))) {
            Geometry geometry = dataset.info().geometry().orElseThrow();
            assertArrayEquals(new double[] {0, -1, 0, 1, 0, 0, 0, 0, 1}, geometry.directions(), 1e-6); // a quarter turn
            assertArrayEquals(new double[] {0.5, 0.75, 2}, geometry.spacing(), 1e-6);
        }
    }

    @Test
    void distances_areUsedWhenThereIsNoPlace() throws IOException {
        try (Dataset dataset = Scans.open(file("d.nii", NiftiFile.of(ByteOrder.LITTLE_ENDIAN, 3, 4, 5).bytes()))) {
            assertEquals(Geometry.of(0.5, 0.75, 2, "mm"), dataset.info().geometry().orElseThrow());
            assertEquals("", dataset.info().space());
        }
    }

    @Test
    void slope_makesRealNumbers() throws IOException {
        NiftiFile nifti = NiftiFile.of(ByteOrder.LITTLE_ENDIAN, 3, 4, 5).put(112, 0.5f, 100);
        try (Dataset dataset = Scans.open(file("s.nii", nifti.bytes())); Volume volume = dataset.volume()) {
            assertEquals("float32", dataset.info().type());
            assertEquals(100 + 0.5 * 25, volume.read(new ChunkKey(0, 0, 0, 2)).value(1, 0, 2));
        }
    }

    @Test
    void fourAxes_showTheFirstTime() throws IOException {
        NiftiFile nifti = NiftiFile.of(ByteOrder.LITTLE_ENDIAN, 3, 4, 10).put(40, 4).put(46, 5).put(48, 2);
        try (Dataset dataset = Scans.open(file("t.nii", nifti.bytes()))) {
            assertEquals(List.of(3L, 4L, 5L), dataset.info().size());
            assertTrue(dataset.info().fields().stream().anyMatch(f -> f.key().equals("dim[4]")));
        }
    }

    @Test
    void shortFiles_areRefused() throws IOException {
        byte[] good = NiftiFile.of(ByteOrder.LITTLE_ENDIAN, 3, 4, 5).bytes();
        Scans.refused(file("e.nii", Arrays.copyOf(good, 400)), "ends early");
        Scans.refused(file("f.nii", Arrays.copyOf(good, 100)), "not a NIfTI file");
        byte[] packed = NiftiFile.of(ByteOrder.LITTLE_ENDIAN, 30, 40, 5).gzipped();
        Scans.refused(file("g.nii.gz", Arrays.copyOf(packed, packed.length - 2000)), "damaged or incomplete");
    }

    @Test
    void hugeSlices_areRefusedBeforeMemoryIsTaken() throws IOException {
        NiftiFile nifti = NiftiFile.of(ByteOrder.LITTLE_ENDIAN, 3, 4, 5).put(42, 32767).put(44, 32767);
        Scans.refused(file("h.nii", nifti.bytes()), "does not fit into memory");
    }
}
