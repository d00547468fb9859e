package org.morphodepot.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.RepoName;

class NounsTest {

    @Test
    void tasks_sayWhatTheyAreCalledEverywhere() {
        TaskRef task = new TaskRef(ForgeAddress.GITHUB, RepoName.of("director/practice-specimen"), 12);
        assertEquals("issue-12.seg.nrrd", task.fileName());
        assertEquals("https://github.com/director/practice-specimen/issues/12", task.url());
        assertEquals("director/practice-specimen#12", task.toString());
    }

    @Test
    void deskOfTheWorkbench_isInItsWorkspaceBlanksIncluded() {
        Path home = Path.of("/home/ada");
        assertEquals(Path.of("/data/my work/desk"), DeskFolder.of("file:/data/my work/", home));
        assertEquals(Path.of("/home/ada/desk"), DeskFolder.of(null, home));
        assertEquals(Path.of("/home/ada/desk"), DeskFolder.of("@none", home));
    }
}
