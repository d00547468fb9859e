package org.morphodepot.tasks.ui.active;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.RepoName;
import org.morphodepot.work.TaskRef;

class ActivateTaskTest {

    @Test
    void address_namesTheTask() {
        assertEquals(Optional.of(new TaskRef(ForgeAddress.GITHUB, RepoName.of("ada/skull"), 12)),
                ActivateTask.task("https://github.com/ada/skull/issues/12"));
        assertEquals(Optional.of(new TaskRef(ForgeAddress.of("http://127.0.0.1:81"), RepoName.of("ada/skull"), 1)),
                ActivateTask.task("http://127.0.0.1:81/ada/skull/issues/1"));
    }

    @Test
    void otherAddresses_nameNone() {
        assertEquals(Optional.empty(), ActivateTask.task("https://github.com/ada/skull/pull/12"));
        assertEquals(Optional.empty(), ActivateTask.task("https://github.com/ada/skull/issues/0"));
        assertEquals(Optional.empty(), ActivateTask.task("https://github.com/a%20b/skull/issues/1"));
    }
}
