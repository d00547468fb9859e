package org.morphodepot.viewer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.viewer.session.ToolEntry;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelPoint;

/** What the editor computes without a display. */
class SmallPartsTest {

    @Test
    void position_namesTheSidesOfTheBody() {
        Geometry geometry = new Geometry(new double[] {10, 10, 10}, new double[] {-1, 0, 0, 0, 1, 0, 0, 0, 1},
                new double[] {5, -40, 0}, "um");
        assertEquals("R 0.015  A 0.020  S 0.030 mm", StatusText.position(geometry, new VoxelPoint(2, 2, 3)));
    }

    @Test
    void number_isShort() {
        assertEquals("1234567", StatusText.number(1234567));
        assertEquals("0.12346", StatusText.number(0.123456789));
        assertEquals("NaN", StatusText.number(Double.NaN));
    }

    @Test
    void brush_growsByAFifthAndBack() {
        assertEquals(12, ToolPointer.resized(10, 1));
        assertEquals(10, ToolPointer.resized(12, -1));
        assertEquals(500, ToolPointer.resized(490, 3));
        double size = 0.1;
        for (int i = 0; i < 60; i++) {
            double next = ToolPointer.resized(size, 1);
            assertTrue(next > size || next == 500, size + " must grow");
            size = next;
        }
    }

    @Test
    void recent_isNewestFirstWithoutRepeats() {
        List<Address> recent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            recent = RecentScans.with(recent, Address.of("/data/" + i));
        }
        recent = RecentScans.with(recent, Address.of("/data/15"));
        assertEquals(12, recent.size());
        assertEquals("15", recent.getFirst().name());
        assertEquals("19", recent.get(1).name());
        assertEquals(1, recent.stream().filter(Address.of("/data/15")::equals).count());
    }

    @Test
    void recentMenu_showsTheEndOfLongAddresses() {
        String address = "https://host/" + "folder/".repeat(20) + "skull.ome.zarr";
        String shown = RecentMenu.shortened(address);
        assertTrue(shown.length() <= 70 && shown.startsWith("https://host/"), shown);
        assertTrue(shown.endsWith("/skull.ome.zarr"), shown);
    }

    @Test
    void labelsFile_alwaysEndsAsSlicerKnowsIt() {
        assertEquals("/a/skull.seg.nrrd", SaveLabels.withSuffix("/a/skull"));
        assertEquals("/a/skull.seg.nrrd", SaveLabels.withSuffix("/a/skull.nrrd"));
        assertEquals("/a/skull.SEG.NRRD", SaveLabels.withSuffix("/a/skull.SEG.NRRD"));
        assertEquals("/a/v1.2.seg.nrrd", SaveLabels.withSuffix("/a/v1.2"));
    }

    @Test
    void address_isCheckedWhileTyping() {
        assertNull(AddressDialog.problem("s3://bucket/skull.ome.zarr?anonymous=true"));
        assertNull(AddressDialog.problem("/data/skull.nrrd"));
        assertNotNull(AddressDialog.problem(""));
        assertEquals("Addresses begin with https:// or s3://", AddressDialog.problem("ftp://host/skull.nrrd"));
    }

    @Test
    void commandLine_namesTheScanAfterOpen() {
        assertEquals(Optional.of("a.nrrd"), OpenAtStart.address(List.of("-x", "open", "a.nrrd")));
        assertEquals(Optional.empty(), OpenAtStart.address(List.of("open")));
        assertEquals(Optional.empty(), OpenAtStart.address(List.of()));
    }

    @Test
    void notes_areWrappedAtSpacesAndInsideLongWords() {
        assertEquals(List.of("two words", "and", "https://ho", "st/path"),
                SliceOverlay.wrapped("two words and https://host/path", 10, String::length));
        assertEquals(List.of("one two", "three", "four", "fiv…"),
                SliceOverlay.wrapped("one two three four five six", 7, String::length));
    }

    @Test
    void keys_areThoseOfTheToolInHand() {
        assertTrue(ToolKeys.of(Optional.empty(), false).startsWith("Drag: crosshair"));
        assertTrue(ToolKeys.of(Optional.empty(), true).startsWith("Drag: contrast"));
        ToolEntry effect = new ToolEntry("threshold", "Threshold", "1", 10, "", Optional.empty(), Optional.empty());
        assertTrue(ToolKeys.of(Optional.of(effect), false).startsWith("Esc: no tool"));
    }

    @Test
    void reason_isOneLineForPeople() {
        assertEquals("Disk full", Reasons.of(new IOException("disk full")));
        assertEquals("skull.nrrd is cut off", Reasons.of(new IOException("skull.nrrd is cut off")));
        assertTrue(Reasons.of(new NullPointerException((String) null)).contains("NullPointerException"));
        assertTrue(Reasons.of(new OutOfMemoryError("Java heap space")).startsWith("There is not enough memory"));
    }
}
