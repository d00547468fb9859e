package org.morphodepot.tasks.ui.account;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * The random half of the keyring's password: a file only its owner may read, kept in the person's configuration folder and
 * not in the workspace. The other half is who and where: the account of the operating system and the computer.
 */
record KeyFile(Path file, String person) {

    /** Names another folder, for tests and for computers with a safer place. */
    static final String FOLDER = "org.morphodepot.keyring.folder";

    private static final int BYTES = 32;

    static KeyFile ofThisPerson() {
        String named = System.getProperty(FOLDER);
        Path folder = named != null ? Path.of(named)
                : configuration(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
        return new KeyFile(folder.resolve("keyring.key"), System.getProperty("user.name") + "@" + machine());
    }

    /** Where programs keep what belongs to a person on this computer. */
    static Path configuration(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null ? home.resolve("AppData/Local") : Path.of(local)).resolve("MorphoDepot");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/MorphoDepot");
        }
        String xdg = environment.get("XDG_CONFIG_HOME");
        return (xdg == null || xdg.isBlank() ? home.resolve(".config") : Path.of(xdg)).resolve("morphodepot");
    }

    /** The password; makes the file at the first use. */
    String password() throws IOException {
        return read() + "|" + person;
    }

    private String read() throws IOException {
        try {
            return checked(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            PrivateFiles.createFolder(file.getParent());
            try {
                PrivateFiles.create(file, Base64.getEncoder().encode(random));
            } catch (FileAlreadyExistsException raced) {
                // another workbench of the same person was quicker
            }
            return checked(Files.readString(file).strip());
        }
    }

    private String checked(String text) throws IOException {
        if (text.length() < BYTES) {
            throw new IOException("The key of the keyring, " + file + ", is damaged. Delete it and sign in again.");
        }
        return text;
    }

    private static String machine() {
        try {
            return Files.readString(Path.of("/etc/machine-id")).strip();
        } catch (IOException e) {
            return System.getenv().getOrDefault("COMPUTERNAME", "");
        }
    }
}
