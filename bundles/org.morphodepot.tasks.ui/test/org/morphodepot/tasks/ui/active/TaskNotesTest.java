package org.morphodepot.tasks.ui.active;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.RepoName;
import org.morphodepot.work.TaskRef;

class TaskNotesTest {

    private static final TaskRef TASK = new TaskRef(ForgeAddress.GITHUB, RepoName.of("lab/danio"), 3);

    @TempDir
    Path folder;

    @Test
    void painted_isReadWithNamesOfManyWords_andNonsenseIsLeftOut() throws IOException {
        Files.writeString(folder.resolve("github.com-ada-lab-danio-3.txt"), "1190 left eye\n0 right eye\nnonsense\n-4 jaw\n");
        Painted painted = new TaskNotes(folder).painted(TASK, "ada").orElseThrow();
        assertEquals(OptionalLong.of(1190), painted.of("left eye"));
        assertEquals(List.of("right eye"), painted.missing());
        assertEquals(OptionalLong.empty(), painted.of("jaw"));
        assertEquals(Optional.empty(), new TaskNotes(folder).painted(TASK, "robin"));
    }

    @Test
    void words_areForPeople() {
        assertEquals("nothing yet", Painted.words(0));
        assertEquals("1 voxel", Painted.words(1));
        assertEquals("1,190 voxels", Painted.words(1190));
    }
}
