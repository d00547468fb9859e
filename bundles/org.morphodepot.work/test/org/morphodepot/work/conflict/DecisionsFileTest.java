package org.morphodepot.work.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.merge.MergeConflict;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.DamagedFile;
import org.morphodepot.work.conflict.Conflict.Choice;

class DecisionsFileTest {

    private static final Segment FEMUR = new Segment("femur", "femur", new SegmentColor(1, 0, 0), 0, 1, "", List.of(), true, true,
            1);

    @TempDir
    private Path folder;
    private DecisionsFile file;

    @BeforeEach
    void inAFolderThatIsNotThereYet() {
        file = new DecisionsFile(folder.resolve("morphodepot/decisions-1.json"));
    }

    private static MergeConflict place(int number, int x) {
        return new MergeConflict(number, 0, new VoxelBox(x, 0, 0, x + 3, 3, 3), 7, Optional.empty(), Optional.of(FEMUR),
                Optional.empty());
    }

    @Test
    void decisions_areKnownAgainByTheirPlace() throws IOException {
        assertEquals(Map.of(), file.read(List.of(place(1, 10))));
        file.write(List.of(place(1, 10), place(2, 20)), Map.of(1, Choice.MINE, 2, Choice.THEIRS));
        assertEquals(Map.of(5, Choice.THEIRS), file.read(List.of(place(5, 20), place(6, 30))));
        file.write(List.of(place(5, 20)), Map.of(5, Choice.MINE));
        assertEquals(Map.of(1, Choice.MINE, 2, Choice.MINE), file.read(List.of(place(1, 10), place(2, 20))));
    }

    @Test
    void damagedFile_countsForWhatCanBeRead() throws IOException {
        List<MergeConflict> places = List.of(place(1, 10), place(2, 20));
        file.write(places, Map.of(1, Choice.MINE, 2, Choice.THEIRS));
        DamagedFile.each(file.path(), () -> assertTrue(file.read(places).size() <= 2));
    }
}
