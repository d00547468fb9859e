package org.morphodepot.tasks.ui.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.RepoName;

class DepotNameTest {

    private static final Optional<RepoName> DANIO = Optional.of(RepoName.of("lab/danio"));

    @Test
    void nameAndAddresses_nameTheSameDepot() {
        assertEquals(DANIO, DepotName.of(" lab/danio "));
        assertEquals(DANIO, DepotName.of("https://github.com/lab/danio"));
        assertEquals(DANIO, DepotName.of("https://github.com/lab/danio.git"));
        assertEquals(DANIO, DepotName.of("https://github.com/lab/danio/issues/12"));
    }

    @Test
    void nonsense_isToldWhatToWrite() {
        for (String text : new String[] {"danio", "lab/", "https://github.com", "https://github.com/lab", "a b/c", "../../etc"}) {
            assertTrue(DepotName.trouble(text, ForgeAddress.GITHUB).orElse("").startsWith("Write owner/name"), text);
        }
        assertEquals(Optional.empty(), DepotName.trouble("lab/danio", ForgeAddress.GITHUB));
        assertEquals(Optional.empty(), DepotName.trouble("https://www.github.com/lab/danio", ForgeAddress.GITHUB));
    }

    @Test
    void addressElsewhere_namesBothServers() {
        String told = DepotName.trouble("https://forge.example/lab/danio", ForgeAddress.GITHUB).orElseThrow();
        assertTrue(told.contains("forge.example") && told.contains("github.com"), told);
    }
}
