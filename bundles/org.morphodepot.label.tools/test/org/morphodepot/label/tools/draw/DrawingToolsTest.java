package org.morphodepot.label.tools.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.BitSet;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.Edit;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tool.Stroke;
import org.morphodepot.label.tool.StrokePoint;
import org.morphodepot.label.tools.Phantom;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

class DrawingToolsTest {

    private final Phantom phantom = new Phantom(64, 48, 40, (x, y, z) -> 0).with("bone", (x, y, z) -> x < 5);

    @Test
    void sphere_paintsABallAcrossSlices() throws IOException {
        Settings settings = Settings.NONE.with("diameter", 9).with("shape", "sphere");
        Stroke stroke = new Brush().begin(phantom.context("bone", settings), new StrokePoint(30, 20, 20, 2));
        assertTrue(stroke.paints());
        assertTrue(stroke.marked(30, 20, 24));
        assertFalse(stroke.marked(30, 20, 25));
        Edit edit = stroke.finish(Progress.NONE);
        assertEquals("Paint bone", edit.name());
        assertEquals("brush", edit.tool());
        BitSet expected = phantom.set((x, y, z) -> x < 5
                || (x - 30) * (x - 30) + (y - 20) * (y - 20) + (z - 20) * (z - 20) <= 4.5 * 4.5);
        assertEquals("", phantom.difference(expected, phantom.voxels(phantom.after(edit), "bone")));
    }

    @Test
    void disc_staysInItsSlice() throws IOException {
        Stroke stroke = new Brush().begin(phantom.context("bone", Settings.NONE), new StrokePoint(30, 20, 20.3, 2));
        VoxelBox box = stroke.move(new StrokePoint(40, 25, 20, 2));
        assertEquals(20, box.z0());
        assertEquals(21, box.z1());
        assertEquals(new VoxelBox(25, 15, 20, 46, 31, 21), stroke.finish(Progress.NONE).box());
    }

    @Test
    void discMovedToAnotherSlice_isNotDraggedThere() throws IOException {
        Settings settings = Settings.NONE.with("diameter", 1);
        Stroke stroke = new Brush().begin(phantom.context("bone", settings), new StrokePoint(10, 20, 20, 2));
        stroke.move(new StrokePoint(50, 20, 21, 2));
        Edit edit = stroke.finish(Progress.NONE);
        BitSet expected = phantom.set((x, y, z) -> x < 5 || x == 10 && y == 20 && z == 20 || x == 50 && y == 20 && z == 21);
        assertEquals("", phantom.difference(expected, phantom.voxels(phantom.after(edit), "bone")));
    }

    @Test
    void eraser_takesFromTheActiveSegmentOnly() throws IOException {
        phantom.with("tooth", (x, y, z) -> x >= 5 && x < 10);
        Settings settings = Settings.NONE.with("diameter", 12).with("shape", "sphere");
        Stroke stroke = new Eraser().begin(phantom.context("bone", settings), new StrokePoint(5, 20, 20, 0));
        assertFalse(stroke.paints());
        Edit edit = stroke.finish(Progress.NONE);
        assertEquals("Erase bone", edit.name());
        BitSet expected = phantom.set((x, y, z) -> x < 5
                && (x - 5) * (x - 5) + (y - 20) * (y - 20) + (z - 20) * (z - 20) > 36);
        assertEquals("", phantom.difference(expected, phantom.voxels(phantom.after(edit), "bone")));
        assertEquals(phantom.voxels(phantom.segmentation(), "tooth"), phantom.voxels(phantom.after(edit), "tooth"));
    }

    @Test
    void draw_fillsTheOutlineInTheSliceItBeganIn() throws IOException {
        Stroke stroke = new Draw().begin(phantom.context("bone", Settings.NONE), new StrokePoint(9.5, 19.5, 12, 2));
        stroke.move(new StrokePoint(19.5, 19.5, 12, 2));
        stroke.move(new StrokePoint(19.5, 29.5, 13, 2));
        VoxelBox box = stroke.move(new StrokePoint(9.5, 29.5, 12, 2));
        assertTrue(box.contains(15, 30, 12));
        assertTrue(stroke.marked(15, 30, 12), "the line is shown");
        assertFalse(stroke.marked(15, 25, 12), "the inside is not marked before it is closed");
        Edit edit = stroke.finish(Progress.NONE);
        BitSet expected = phantom.set((x, y, z) -> x < 5 || z == 12 && x >= 10 && x < 20 && y >= 20 && y < 30);
        assertEquals("", phantom.difference(expected, phantom.voxels(phantom.after(edit), "bone")));
    }

    @Test
    void draw_cutsOutWhenAsked() throws IOException {
        Settings settings = Settings.NONE.with("action", "erase");
        Stroke stroke = new Draw().begin(phantom.context("bone", settings), new StrokePoint(2, -3, 5, 2));
        stroke.move(new StrokePoint(20, -3, 5, 2));
        stroke.move(new StrokePoint(20, 60, 5, 2));
        stroke.move(new StrokePoint(2, 60, 5, 2));
        Edit edit = stroke.finish(Progress.NONE);
        assertFalse(stroke.paints());
        BitSet expected = phantom.set((x, y, z) -> x < 5 && !(z == 5 && x >= 2));
        assertEquals("", phantom.difference(expected, phantom.voxels(phantom.after(edit), "bone")));
    }

    @Test
    void damagedSamples_areIgnored() throws IOException {
        Stroke stroke = new Brush().begin(phantom.context("bone", Settings.NONE), new StrokePoint(Double.NaN, 3, 3, 2));
        assertEquals(VoxelBox.EMPTY, stroke.move(new StrokePoint(3, Double.POSITIVE_INFINITY, 3, 2)));
        assertTrue(stroke.finish(Progress.NONE).isEmpty());
    }
}
