package org.morphodepot.depot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.Segmentation;
import org.morphodepot.testing.RealData;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelSize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ColorTableTest {

    @TempDir
    private Path folder;

    private ColorTable table(String fileName, String text) throws IOException {
        return ColorTable.read(Files.writeString(folder.resolve(fileName), text));
    }

    private static ColorTable real(String path) throws IOException {
        assumeTrue(RealData.isHere());
        return ColorTable.read(RealData.path(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cesar_SICB_2026/ExampleColorTables.csv", "Daphnia_magna/DaphniaRGBColor.csv",
            "MouseTest/Labels.csv", "Mouse_Skull/Mouse_Skull.csv", "human_trunk/Murat_Segmentation_Terms.csv",
            "test-pseudomorpho-testus-68/Labels.csv"})
    void realTable_isWrittenAsItWas(String path) throws IOException {
        ColorTable table = real("depots/" + path);
        assertEquals(Files.readString(RealData.path("depots/" + path)), table.csv());
        table.write(folder.resolve("copy.csv"));
        assertEquals(table.rows().size(), ColorTable.read(folder.resolve("copy.csv")).rows().size());
    }

    @Test
    void realRows_becomeTheSegmentsSlicerMakes() throws IOException {
        Segment right = real("depots/Mouse_Skull/Mouse_Skull.csv").segments().get(2);
        assertEquals("mandible, right", right.name());
        assertEquals(SegmentColor.ofRgb(0x3e5fd6), right.color());
        assertEquals("TerminologyEntry:Mouse_Skull~SCT^123037004^Anatomical Structure~UBERON^1684^mandible~^^"
                + "~Anatomic codes - DICOM master list~^^~^^|", right.tags());
        assertEquals(Optional.of("mandible"), right.tag(Terminology.TAG).map(Terminology::ofTagValue)
                .map(t -> t.type().meaning()));
    }

    @Test
    void realTablesOfSlicer_areRead() throws IOException {
        ColorTable anatomy = real("colors/GenericAnatomyColors.txt");
        assertEquals(new ColorRow(4, "connective tissue", 111, 184, 210, 255, anatomy.rows().get(4).terms()),
                anatomy.rows().get(4));
        assertEquals(309, anatomy.rows().getLast().label());
        assertEquals(List.of("zero", "one", "two"), real("colors/ColorTest.ctbl").rows().stream().map(ColorRow::name).toList());
        assertEquals("1", real("colors/GenericColors.txt").rows().get(1).name());
        ColorRow mass = real("colors/ColorTestWithTerminology.csv").rows().get(2);
        assertEquals("ColorTestWithTerminology~SCT^49755003^Morphologically Altered Structure~SCT^4147007^Mass~^^"
                + "~Anatomic codes - DICOM master list~SCT^64033007^Kidney~SCT^24028007^Right", mass.terms().tagValue());
        assertEquals(mass.terms(), Terminology.ofTagValue(mass.terms().tagValue()));
    }

    @Test
    void everyLineEnd_quoteAndColumnOrder_isRead() throws IOException {
        ColorTable table = table("t.csv", "\uFEFFColor_B,color_g,Color_R,Name,\"LabelValue\"\r\n3,2,1,\"a, \"\"b\"\"\nc\",7\r\n\r\n"
                + "6,5,4,last,8");
        assertEquals(List.of("a, \"b\"\nc", "last"), table.rows().stream().map(ColorRow::name).toList());
        assertEquals(new ColorRow(8, "last", 4, 5, 6, 255, table.rows().get(1).terms()), table.rows().get(1));
        assertTrue(table.csv().contains("7,\"a, 'b' c\",1,2,3,255,\"\""), table.csv());
    }

    @Test
    void unnamedNegativeAndBlankRows_areLeftOut() throws IOException {
        ColorTable table = table("t.csv", "LabelValue,Name,Color_R,Color_G,Color_B,Color_A\n0,Black,0,0,0,0\n1,,1,1,1,255\n"
                + "2,(none),1,1,1,255\n-3,negative,1,1,1,255\n,blank,1,1,1,1\n70000,large,1,1,1,1\n4,femur,1,1,1,0\n5,short row");
        assertEquals(List.of("Black", "femur", "short row"), table.rows().stream().map(ColorRow::name).toList());
        assertEquals(List.of("femur", "short row"), table.segments().stream().map(Segment::name).toList());
        assertEquals(0, table.rows().get(1).alpha());
    }

    @Test
    void rowWithoutTerms_isSomeTissue() throws IOException {
        Segment segment = table("Bones.ctbl", "# c\n1 left_femur 1 2 3\n").segments().getFirst();
        assertEquals("left femur", segment.name());
        assertEquals("TerminologyEntry:Bones~SCT^85756007^Tissue~SCT^85756007^Tissue~^^~Anatomic codes - DICOM master list"
                + "~^^~^^|", segment.tags());
    }

    @Test
    void segments_canBeAddedToASegmentation() throws IOException {
        Labelling labelling = new Labelling(Segmentation.empty(new VoxelSize(9, 9, 9), Geometry.of(1, 1, 1, "mm")));
        List<Segment> wanted = table("t.csv", "LabelValue,Name\n3,femur\n3,femur\n").segments();
        labelling.apply(SegmentEdits.add(labelling.current(), wanted));
        assertEquals(List.of(3, 4), labelling.current().segments().stream().map(Segment::label).toList());
    }

    @Test
    void badTables_sayWhichRowIsWrong() {
        String message = assertThrows(VolumeException.class,
                () -> table("t.csv", "LabelValue,Name,Color_R\n1,a,2\n2,b,300\n")).getMessage();
        assertTrue(message.contains("t.csv") && message.contains("row 3") && message.contains("300"), message);
        for (String text : new String[] {"", "a,b\n1,2\n", "LabelValue,Name,Color_R\n1,a,red\n"}) {
            assertThrows(VolumeException.class, () -> table("t.csv", text), text);
        }
        assertThrows(VolumeException.class, () -> table("t.ctbl", "1 femur 3 4\n"));
        assertThrows(VolumeException.class, () -> table("t.ctbl", "1 femur 3 4 NaN\n"));
        assertThrows(VolumeException.class, () -> ColorTable.read(folder.resolve("absent.csv")));
    }

    @Test
    void depotFolder_givesTheFirstCsvElseTheFirstCtbl() throws IOException {
        assertEquals(Optional.empty(), ColorTable.in(folder));
        Files.writeString(folder.resolve("z.ctbl"), "");
        assertEquals(Optional.of(folder.resolve("z.ctbl")), ColorTable.in(folder));
        Files.writeString(folder.resolve("b.csv"), "");
        Files.writeString(folder.resolve("c.csv"), "");
        assertEquals(Optional.of(folder.resolve("b.csv")), ColorTable.in(folder));
    }
}
