package org.morphodepot.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.RepoName;
import org.morphodepot.volume.VoxelBox;

class NounsTest {

    @Test
    void tasks_sayWhatTheyAreCalledEverywhere() {
        TaskRef task = new TaskRef(ForgeAddress.GITHUB, RepoName.of("director/practice-specimen"), 12);
        assertEquals("issue-12.seg.nrrd", task.fileName());
        assertEquals("https://github.com/director/practice-specimen/issues/12", task.url());
        assertEquals("director/practice-specimen#12", task.toString());
    }

    @Test
    void place_isReadBackFromAComment() {
        VoxelBox box = new VoxelBox(10, 5, 33, 21, 10, 41);
        String text = Place.into("Too thin here.", box);
        assertEquals("Too thin here.\n\nPlace in the scan: voxels 10-20, 5-9, 33-40", text);
        assertEquals(Optional.of(box), Place.in(text));
        assertEquals(List.of(new Place.Part("Too thin here.", Optional.of(box)), new Place.Part("Bye", Optional.empty())),
                Place.split(text + "\n\nBye\n<!-- morphodepot:mark=x -->"));
        assertEquals(Optional.empty(), Place.in("Place in the scan: voxels 9-3, 5-9, 33-40"));
    }

    @Test
    void deskOfTheWorkbench_isInItsWorkspaceBlanksIncluded() {
        Path home = Path.of("/home/ada");
        assertEquals(Path.of("/data/my work/desk"), DeskFolder.of("file:/data/my work/", home));
        assertEquals(Path.of("/home/ada/desk"), DeskFolder.of(null, home));
        assertEquals(Path.of("/home/ada/desk"), DeskFolder.of("@none", home));
    }
}
