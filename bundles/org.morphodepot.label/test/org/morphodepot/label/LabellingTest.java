package org.morphodepot.label;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.Edit.BlockEdit;
import org.morphodepot.label.Edit.SegmentsEdit;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LabellingTest {

    private static final VoxelSize SIZE = new VoxelSize(70, 40, 66);
    private final Labelling labelling = new Labelling(Segmentation.empty(SIZE, Geometry.of(1, 1, 1, "mm")));

    private static Segment segment(String id, int label) {
        return new Segment(id, id, SegmentColor.ofRgb(0x80ae80), 0, label, "", List.of(), true, false, 1);
    }

    private static Edit list(List<Segment> before, List<Segment> after) {
        return new Edit("List", "test", Instant.EPOCH, Map.of(), List.of(), new SegmentsEdit(before, after), VoxelBox.EMPTY);
    }

    private static VoxelBox box(Random random) {
        int x = random.nextInt(69);
        int y = random.nextInt(39);
        int z = random.nextInt(65);
        return new VoxelBox(x, y, z, x + 1 + random.nextInt(69 - x), y + 1 + random.nextInt(39 - y),
                z + 1 + random.nextInt(65 - z));
    }

    @Test
    void undo_afterApplyIsIdentity_andRedoIsApply() {
        Random random = new Random(3);
        List<Segmentation> states = new ArrayList<>(List.of(labelling.current()));
        for (int i = 0; i < 25; i++) {
            labelling.apply(DenseModel.edit(labelling.current(), random.nextInt(3), box(random), (char) random.nextInt(4)));
            states.add(labelling.current());
        }
        for (int i = 25; i > 0; i--) {
            assertEquals(states.get(i), labelling.current());
            assertTrue(labelling.undo().isPresent());
        }
        assertEquals(states.getFirst(), labelling.current());
        assertEquals(Optional.empty(), labelling.undo());
        for (int i = 1; i <= 25; i++) {
            assertTrue(labelling.redo().isPresent());
            assertEquals(states.get(i), labelling.current());
        }
        assertEquals(Optional.empty(), labelling.redo());
    }

    @Test
    void randomSessions_agreeWithADenseArray() {
        Random random = new Random(4);
        List<char[]> model = new ArrayList<>(List.of(new char[(int) SIZE.voxels()]));
        int at = 0;
        for (int i = 0; i < 120; i++) {
            int what = random.nextInt(4);
            if (what < 2) {
                VoxelBox box = box(random);
                char label = (char) random.nextInt(300);
                labelling.apply(DenseModel.edit(labelling.current(), 0, box, label));
                char[] next = model.get(at).clone();
                DenseModel.fill(next, SIZE, box, label);
                model.subList(at + 1, model.size()).clear();
                model.add(next);
                at++;
            } else if (what == 2) {
                at = labelling.undo().isPresent() ? at - 1 : at;
            } else {
                at = labelling.redo().isPresent() ? at + 1 : at;
            }
            assertEquals(at, labelling.position());
            assertEquals(model.size() - 1, labelling.history().size());
            assertArrayEquals(model.get(at), DenseModel.read(labelling.current().layers().getFirst()));
        }
    }

    @Test
    void snapshot_isUnaffectedByLaterEdits() {
        labelling.apply(DenseModel.edit(labelling.current(), 0, new VoxelBox(0, 0, 0, 50, 30, 40), (char) 2));
        Segmentation snapshot = labelling.current();
        char[] before = DenseModel.read(snapshot.layers().getFirst());
        labelling.apply(DenseModel.edit(labelling.current(), 0, new VoxelBox(5, 5, 5, 60, 30, 40), (char) 3));
        labelling.undo();
        labelling.undo();
        assertArrayEquals(before, DenseModel.read(snapshot.layers().getFirst()));
    }

    @Test
    void editOfAnOlderState_changesOnlyItsOwnVoxels() {
        Edit old = DenseModel.edit(labelling.current(), 0, new VoxelBox(0, 0, 0, 4, 4, 4), (char) 1);
        labelling.apply(DenseModel.edit(labelling.current(), 0, new VoxelBox(8, 0, 0, 12, 4, 4), (char) 2));
        Segmentation painted = labelling.current();
        labelling.apply(old);
        assertEquals(1, labelling.current().layers().getFirst().label(1, 1, 1));
        assertEquals(2, labelling.current().layers().getFirst().label(9, 1, 1));
        labelling.undo();
        assertEquals(painted, labelling.current());
    }

    @Test
    void dirty_isFalseAgainWhenTheSavedStateIsBack() {
        assertFalse(labelling.isDirty());
        labelling.apply(DenseModel.edit(labelling.current(), 0, new VoxelBox(0, 0, 0, 4, 4, 4), (char) 1));
        assertTrue(labelling.isDirty());
        labelling.undo();
        assertFalse(labelling.isDirty());
        labelling.redo();
        Segmentation saved = labelling.current();
        labelling.markSaved(saved);
        assertFalse(labelling.isDirty());
        labelling.undo();
        assertTrue(labelling.isDirty());
        labelling.redo();
        assertFalse(labelling.isDirty());
    }

    @Test
    void show_isNotUndoneAndNotDirty_andSurvivesUndoOfTheList() {
        Segment femur = segment("femur", 1);
        labelling.apply(list(List.of(), List.of(femur)));
        labelling.apply(list(List.of(femur), List.of(femur.withName("tibia"))));
        labelling.markSaved(labelling.current());
        labelling.show(labelling.current().withSegment("femur", s -> s.withVisible(false).withOpacity(0.5).withName("ignored")));
        assertFalse(labelling.isDirty());
        assertEquals("tibia", labelling.current().segments().getFirst().name());
        labelling.undo();
        assertEquals(femur.withVisible(false).withOpacity(0.5), labelling.current().segments().getFirst());
    }

    @Test
    void listEditOfAnOlderState_keepsWhatHappenedSince() {
        Segment a = segment("a", 1);
        Segment b = segment("b", 2);
        Edit addA = list(List.of(), List.of(a));
        labelling.apply(list(List.of(), List.of(b)));
        labelling.apply(addA);
        assertEquals(List.of(a, b), labelling.current().segments());
        labelling.undo();
        assertEquals(List.of(b), labelling.current().segments());
    }

    @Test
    void active_movesToANeighbourWhenItsSegmentVanishes() {
        List<Segment> three = List.of(segment("a", 1), segment("b", 2), segment("c", 3));
        assertEquals(Optional.empty(), labelling.active());
        labelling.apply(list(List.of(), three));
        assertEquals(Optional.of("a"), labelling.active());
        labelling.activate("b");
        labelling.apply(list(three, List.of(three.get(0), three.get(2))));
        assertEquals(Optional.of("c"), labelling.active());
        labelling.undo();
        labelling.undo();
        assertEquals(Optional.empty(), labelling.active());
        assertThrows(IllegalArgumentException.class, () -> labelling.activate("nobody"));
    }

    @Test
    void listeners_hearTheBoxAndBothStates() {
        List<Labelling.Change> heard = new ArrayList<>();
        List<String> recorded = new ArrayList<>();
        labelling.addListener(heard::add);
        labelling.addRecorder((kind, edit) -> recorded.add(kind + " " + edit.name()));
        Segmentation before = labelling.current();
        VoxelBox box = new VoxelBox(1, 2, 3, 4, 5, 6);
        labelling.apply(DenseModel.edit(before, 0, box, (char) 1));
        labelling.undo();
        labelling.redo();
        assertSame(before, heard.getFirst().before());
        assertEquals(box, heard.get(1).box());
        assertEquals(List.of("APPLIED Fill", "UNDONE Fill", "REDONE Fill"), recorded);
    }

    @Test
    void recolouredOrHiddenSegment_changesTheWholePicture() {
        List<VoxelBox> heard = new ArrayList<>();
        Segment femur = segment("femur", 1);
        labelling.apply(list(List.of(), List.of(femur)));
        labelling.addListener(change -> heard.add(change.box()));
        labelling.apply(list(List.of(femur), List.of(femur.withName("tibia"))));
        labelling.apply(SegmentEdits.recolour(labelling.current(), "femur", SegmentColor.ofRgb(1)));
        labelling.undo();
        labelling.show(labelling.current().withSegment("femur", s -> s.withVisible(false)));
        labelling.show(labelling.current().withSegment("femur", s -> s.withLocked(true)));
        assertEquals(List.of(VoxelBox.EMPTY, SIZE.box(), SIZE.box(), SIZE.box(), VoxelBox.EMPTY), heard);
    }

    @Test
    void emptyEdit_isNotRemembered() {
        labelling.apply(new Edit("Nothing", "test", Instant.EPOCH, Map.of(), List.of(), null, VoxelBox.EMPTY));
        assertEquals(0, labelling.position());
    }

    @Test
    void impossibleEdit_changesNothing() {
        Segmentation before = labelling.current();
        Edit outside = new Edit("Bad", "test", Instant.EPOCH, Map.of(),
                List.of(new BlockEdit(0, 99, 0, 0, Block.uniform(0), Block.uniform(1))), null, VoxelBox.EMPTY);
        assertThrows(RuntimeException.class, () -> labelling.apply(outside));
        assertSame(before, labelling.current());
        assertEquals(0, labelling.position());
    }
}
