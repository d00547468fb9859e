package org.morphodepot.viewer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.morphodepot.viewer.session.Spacing;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.VolumeFormat;

class ImportPartsTest {

    private static List<String> opened(String... chosen) {
        return ChosenFiles.toOpen(Stream.of(chosen).map(Path::of).toList()).stream().map(Path::toString)
                .map(path -> path.replace('\\', '/')).toList();
    }

    @Test
    void picture_standsForItsFolder() {
        assertEquals(List.of("/scans/skull"), opened("/scans/skull/s_001.PNG", "/scans/skull/s_002.png", "/scans/skull/a.jpg"));
    }

    @Test
    void manySlices_areOneScan() {
        assertEquals(List.of("/s", "/other.nrrd"), opened("/s/a001.tif", "/s/a002.tif", "/s/a003.tif", "/other.nrrd"));
        assertEquals(List.of("/d"), opened("/d/1.dcm", "/d/2.dcm", "/d/10.dcm"));
    }

    @Test
    void fewTiffs_areScansOfTheirOwn() {
        assertEquals(List.of("/s/a1.tif", "/s/a2.tif"), opened("/s/a1.tif", "/s/a2.tif"));
        assertEquals(List.of("/s/a.tif", "/s/b.tif", "/s/c.tif"), opened("/s/a.tif", "/s/b.tif", "/s/c.tif"));
        assertEquals(List.of("/s/1.tif", "/t/2.tif", "/u/3.tif"), opened("/s/1.tif", "/t/2.tif", "/u/3.tif"));
    }

    @Test
    void filters_nameEachFormatWithFiles() {
        FileFilters filters = FileFilters.of(List.of(format("TIFF", "*.tif", "*.tiff"), format("N5"), format("NRRD", "*.nrrd")));
        assertEquals(List.of("Scans and segmentations", "TIFF (*.tif, *.tiff)", "NRRD (*.nrrd)", "All files"), filters.names());
        assertEquals("*.tif;*.TIF;*.tiff;*.TIFF;*.nrrd;*.NRRD", filters.patterns().getFirst());
        assertEquals(List.of("*.nrrd;*.NRRD", "*"), filters.patterns().subList(2, 4));
        assertEquals(List.of("All files"), FileFilters.of(List.of()).names());
    }

    private static VolumeFormat format(String title, String... patterns) {
        return new VolumeFormat() {
            @Override
            public String id() {
                return title;
            }

            @Override
            public List<String> filePatterns() {
                return List.of(patterns);
            }

            @Override
            public Optional<Dataset> open(Address address, Volumes volumes) {
                return Optional.empty();
            }
        };
    }

    @Test
    void spacing_isReadWithPointOrComma() {
        assertEquals(new Spacing.Sides(17.4, 17.4, 20, "um"), SpacingWords.read("17.4", " 17,4 ", "20", "\u00b5m"));
        assertEquals(new Spacing.Sides(0.5, 0.5, 1, "mm"), SpacingWords.read(".5", "0.5", "1", "mm"));
        for (String wrong : List.of("", "abc", "0", "-1", "NaN", "1e9", "17 4")) {
            assertThrows(IllegalArgumentException.class, () -> SpacingWords.read("1", wrong, "1", "mm"), wrong);
        }
    }

    @Test
    void spacing_isKeptAsItWas() {
        Spacing sides = new Spacing.Sides(17.4, 0.1, 1e-5, "um");
        assertEquals(Optional.of(sides), KeptSpacings.parse(KeptSpacings.text(sides)));
        assertEquals(Optional.of(new Spacing.Voxels()), KeptSpacings.parse(KeptSpacings.text(new Spacing.Voxels())));
        for (String wrong : List.of("", "1 2 3", "1 2 3 furlong", "a b c um", "1 2 0 um")) {
            assertEquals(Optional.empty(), KeptSpacings.parse(wrong), wrong);
        }
    }

    @Test
    void labelsMadeOnAScan_suggestItsSpacing() {
        assertEquals(Optional.of(new Spacing.Sides(17.4, 17.4, 20, "um")),
                SpacingWords.of(Geometry.of(0.0174, 0.0174, 0.02, "mm")));
        assertEquals(Optional.of(new Spacing.Sides(0.5, 0.5, 1, "mm")), SpacingWords.of(Geometry.of(0.5, 0.5, 1, "")));
        assertEquals(Optional.empty(), SpacingWords.of(Geometry.of(1, 1, 1, "")), "they count voxels, too");
    }
}
