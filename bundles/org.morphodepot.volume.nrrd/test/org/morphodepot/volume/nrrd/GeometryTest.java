package org.morphodepot.volume.nrrd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.morphodepot.testing.RealData;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelSize;

class GeometryTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"left-posterior-superior | 1 | 1 | 1", "LPS | 1 | 1 | 1",
            "right-anterior-superior | -1 | -1 | 1", "RAS | -1 | -1 | 1", "left-anterior-superior | 1 | -1 | 1",
            "las | 1 | -1 | 1", "right-anterior-inferior | -1 | -1 | -1", "scanner-xyz | 1 | 1 | 1",
            "3D-right-handed | 1 | 1 | 1", "3D-left-handed | 1 | 1 | 1"})
    void space_isTurnedToLps(String space, int x, int y, int z) throws IOException {
        Geometry geometry = geometry(cube().with("space", space).with("space origin", "(10,20,30)")
                .with("space directions", "(0,2,0) (3,0,0) (0,0,-4)"));

        assertArrayEquals(new double[] {2, 3, 4}, geometry.spacing());
        assertArrayEquals(new double[] {0, y, 0, x, 0, 0, 0, 0, -z}, geometry.directions());
        assertArrayEquals(new double[] {10 * x, 20 * y, 30 * z}, geometry.origin());
        assertEquals("mm", geometry.unit());
    }

    @Test
    void spacings_withoutSpace() throws IOException {
        Geometry geometry = geometry(cube().with("spacings", "0.5 NaN 2"));

        assertArrayEquals(new double[] {0.5, 1, 2}, geometry.spacing());
        assertArrayEquals(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, geometry.directions());
        assertArrayEquals(new double[3], geometry.origin());
        assertEquals("", geometry.unit());
    }

    @Test
    void axisMins_areCornersOrCentres() throws IOException {
        Nrrd file = cube().with("spacings", "2 2 2").with("axis mins", "10 10 NaN").with("centers", "cell node cell");

        assertArrayEquals(new double[] {11, 10, 0}, geometry(file).origin());
    }

    @Test
    void negativeSpacing_turnsTheAxis() throws IOException {
        Geometry geometry = geometry(cube().with("spacings", "1 -2 1"));

        assertEquals(2, geometry.spacing(1));
        assertEquals(-1, geometry.direction(1, 1));
    }

    @Test
    void units_ofSpaceOrAxes() throws IOException {
        Nrrd space = cube().with("space", "LPS").with("space directions", "(1,0,0) (0,1,0) (0,0,1)")
                .with("space units", "\"micrometer\" \"micrometer\" \"micrometer\"");
        Nrrd axes = cube().with("spacings", "1 1 1").with("units", "\"mm\" \"mm\" \"mm\"");
        Nrrd mixed = cube().with("spacings", "1 1 1").with("units", "\"mm\" \"mm\" \"um\"");

        assertEquals("micrometer", geometry(space).unit());
        assertEquals("mm", geometry(axes).unit());
        assertEquals("", geometry(mixed).unit());
    }

    @Test
    void layers_areComponents() throws IOException {
        Nrrd file = Nrrd.of("uchar", "2 3 4 5").data(Nrrd.counting(120)).with("kinds", "list domain domain domain")
                .with("space", "LPS").with("space directions", "none (1,0,0) (0,1,0) (0,0,1)");
        try (Dataset dataset = NrrdFiles.open(file.write(folder.resolve("a.nrrd"))); Volume volume = dataset.volume()) {
            assertEquals(List.of("c", "x", "y", "z"), dataset.info().axes());
            assertEquals(new VoxelSize(3, 4, 5), volume.levels().getFirst().size());
            assertTrue(dataset.info().geometry().isPresent());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"3 4 5 2 | domain domain domain time | x y z t | 3 4 5",
            "3 4 5 | RGB-color domain domain | c x y | 4 5 1", "3 4 5 2 | | x y z c | 3 4 5", "6 | | x | 6 1 1",
            "6 7 | | x y | 6 7 1", "3 4 2 5 | domain domain vector space | x y c z | 3 4 5", "9 | list | x | 9 1 1",
            "2 2 2 2 2 | list time space space space | c t x y z | 2 2 2"})
    void kinds_tellTheAxes(String sizes, String kinds, String axes, String viewed) throws IOException {
        Nrrd file = Nrrd.of("uchar", sizes).data(Nrrd.counting(120));
        if (kinds != null) {
            file.with("kinds", kinds);
        }
        try (Dataset dataset = NrrdFiles.open(file.write(folder.resolve("a.nrrd"))); Volume volume = dataset.volume()) {
            assertEquals(List.of(axes.split(" ")), dataset.info().axes());
            VoxelSize size = volume.levels().getFirst().size();
            assertEquals(viewed, size.x() + " " + size.y() + " " + size.z());
        }
    }

    @Test
    void slice_hasNormalAsThirdAxis() throws IOException {
        Nrrd file = Nrrd.of("uchar", "3 4").data(Nrrd.counting(12)).with("space", "LPS")
                .with("space directions", "(0,2,0) (0,0,3)").with("space origin", "(1,2,3)");
        try (Dataset dataset = NrrdFiles.open(file.write(folder.resolve("a.nrrd"))); Volume volume = dataset.volume()) {
            assertTrue(dataset.info().geometry().isEmpty());
            assertArrayEquals(new double[] {0, 1, 0, 0, 0, 1, 1, 0, 0}, volume.geometry().directions());
        }
    }

    @Test
    void timeSpace_losesItsFourthComponent() throws IOException {
        Nrrd file = Nrrd.of("uchar", "2 2 2 2").data(Nrrd.counting(16)).with("space", "RAST")
                .with("space directions", "(1,0,0,0) (0,1,0,0) (0,0,1,0) (0,0,0,5)").with("space origin", "(1,2,3,4)");
        try (Dataset dataset = NrrdFiles.open(file.write(folder.resolve("a.nrrd")))) {
            assertEquals(List.of("x", "y", "z", "t"), dataset.info().axes());
            assertArrayEquals(new double[] {-1, -2, 3}, dataset.info().geometry().orElseThrow().origin());
        }
    }

    @Test
    void slicerFile_hasItsObliqueAxes() throws IOException {
        assumeTrue(RealData.isHere());
        try (Dataset dataset = NrrdFiles.open(RealData.path("depots/Cesar_SICB_2026/issue-1.seg.nrrd"))) {
            DatasetInfo info = dataset.info();
            Geometry geometry = info.geometry().orElseThrow();
            assertEquals("left-posterior-superior", info.space());
            assertArrayEquals(new double[] {1, 1, 1.2999954223632812}, geometry.spacing());
            assertArrayEquals(new double[] {0, 1, 0, 0, 0, -1, -1, 0, 0}, geometry.directions());
            assertArrayEquals(new double[] {86.64489746093749, -133.92860412597656, 116.78569793701172},
                    geometry.origin());
        }
    }

    private static Nrrd cube() {
        return Nrrd.of("uchar", "2 2 2").data(Nrrd.counting(8));
    }

    private Geometry geometry(Nrrd file) throws IOException {
        try (Dataset dataset = NrrdFiles.open(file.write(folder.resolve("a.nrrd")))) {
            return dataset.info().geometry().orElseThrow();
        }
    }
}
