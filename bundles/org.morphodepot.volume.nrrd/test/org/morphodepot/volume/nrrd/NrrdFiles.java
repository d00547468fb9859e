package org.morphodepot.volume.nrrd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;

/** Opens files and takes out their values, for tests. */
final class NrrdFiles {

    private NrrdFiles() {
    }

    static Dataset open(Path file) throws IOException {
        return new NrrdFormat().open(Address.of(file), new Volumes()).orElseThrow();
    }

    static byte[] values(Dataset dataset) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        dataset.values(all::write, Progress.NONE);
        return all.toByteArray();
    }

    static String sha256(Dataset dataset) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            dataset.values(digest::update, Progress.NONE);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
