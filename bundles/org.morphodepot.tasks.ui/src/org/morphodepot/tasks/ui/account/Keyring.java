package org.morphodepot.tasks.ui.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import javax.crypto.spec.PBEKeySpec;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.provider.IProviderHints;

/**
 * A file of secure storage and the password that opens it. The file's name holds a fingerprint of the password, so that a
 * workspace carried to another computer begins a new keyring there instead of failing on one it cannot read.
 */
record Keyring(Path folder, String password) {

    /** The keyring of this workspace, with the password of this person on this computer. */
    static Keyring inThisWorkspace() throws IOException {
        Path workspace = Path.of(Platform.getInstanceLocation().getURL().getPath());
        return new Keyring(workspace.resolve(".metadata/.plugins/org.morphodepot.tasks.ui/keyring"),
                KeyFile.ofThisPerson().password());
    }

    Path file() {
        return folder.resolve("keyring-" + fingerprint(password));
    }

    ISecurePreferences open() throws IOException {
        PrivateFiles.createFolder(folder);
        Map<String, Object> options = new HashMap<>();
        options.put(IProviderHints.DEFAULT_PASSWORD, new PBEKeySpec(password.toCharArray()));
        options.put(IProviderHints.PROMPT_USER, Boolean.FALSE);
        if (!Files.exists(file())) {
            PrivateFiles.create(file(), new byte[0]);
        }
        return SecurePreferencesFactory.open(file().toUri().toURL(), options);
    }

    /** Eight digits that tell passwords apart and tell nothing about them: the password has 256 random bits. */
    static String fingerprint(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("morphodepot keyring\n" + password).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
