package org.morphodepot.viewer.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.VoxelBox;

class BoxDrawingTest {

    private static final VoxelBox A = new VoxelBox(0, 0, 0, 5, 5, 5);
    private static final VoxelBox B = new VoxelBox(1, 1, 1, 5, 5, 5);

    private final BoxDrawing drawing = new BoxDrawing("jaw", 0xff0000, Optional.empty());

    @Test
    void drag_isOneStepOfUndoWhenItEnds() {
        drawing.drag(A);
        drawing.drag(B);
        assertEquals(Optional.of(B), drawing.box());
        assertFalse(drawing.canUndo(), "not settled yet");
        drawing.set(drawing.box());
        drawing.undo();
        assertEquals(Optional.empty(), drawing.box());
        drawing.redo();
        assertEquals(Optional.of(B), drawing.box());
    }

    @Test
    void letGo_bringsBackWhatWas() {
        drawing.set(Optional.of(A));
        drawing.drag(B);
        drawing.letGo();
        assertEquals(Optional.of(A), drawing.box());
    }

    @Test
    void regions_tellOfEveryChangeOfTheBoxBeingDrawn() {
        int[] told = new int[1];
        Regions regions = new Regions(() -> told[0]++);
        regions.draw(Optional.of(drawing));
        drawing.set(Optional.of(A));
        assertEquals(2, told[0]);
        regions.draw(Optional.empty());
        drawing.set(Optional.of(B));
        assertEquals(3, told[0], "nobody looks any more");
        assertTrue(drawing.canUndo());
    }
}
