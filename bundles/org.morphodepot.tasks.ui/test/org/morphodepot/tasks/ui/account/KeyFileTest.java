package org.morphodepot.tasks.ui.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    Path folder;

    @Test
    void password_isTheSameEveryTime_andAnotherForSomebodyElse() throws IOException {
        KeyFile ada = new KeyFile(folder.resolve("a/keyring.key"), "ada@lab");
        String password = ada.password();
        assertEquals(password, ada.password());
        assertNotEquals(password, new KeyFile(folder.resolve("a/keyring.key"), "eve@lab").password());
        assertNotEquals(password, new KeyFile(folder.resolve("b/keyring.key"), "ada@lab").password());
        assertTrue(password.length() > 40, "256 random bits");
    }

    @Test
    void keyFile_isReadByItsOwnerOnly() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path file = folder.resolve("morphodepot/keyring.key");
        new KeyFile(file, "ada").password();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    }

    @Test
    void damagedKeyFile_saysWhatToDo() throws IOException {
        Path file = Files.writeString(folder.resolve("keyring.key"), "short");
        IOException e = assertThrows(IOException.class, () -> new KeyFile(file, "ada").password());
        assertTrue(e.getMessage().contains("Delete it and sign in again"), e.getMessage());
        assertFalse(e.getMessage().contains("short"), "the content is not repeated");
    }

    @Test
    void configuration_isWhereTheSystemWantsIt() {
        Path home = Path.of("/home/ada");
        assertEquals(home.resolve(".config/morphodepot"), KeyFile.configuration("Linux", home, Map.of()));
        assertEquals(Path.of("/x/morphodepot"), KeyFile.configuration("Linux", home, Map.of("XDG_CONFIG_HOME", "/x")));
        assertEquals(home.resolve("Library/Application Support/MorphoDepot"),
                KeyFile.configuration("Mac OS X", home, Map.of()));
        assertEquals(Path.of("/l/MorphoDepot"), KeyFile.configuration("Windows 11", home, Map.of("LOCALAPPDATA", "/l")));
    }

    @Test
    void anotherPassword_isAnotherKeyringFile() {
        Keyring here = new Keyring(folder, "password one");
        assertNotEquals(here.file(), new Keyring(folder, "password two").file());
        assertEquals(here.file(), new Keyring(folder, "password one").file());
    }
}
