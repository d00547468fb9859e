package org.morphodepot.depot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.io.DiskTrouble;

/** SHA-256 of the bytes of a scan's file, as {@code source_volume_checksum} tells it. {@code hex} is in lower case. */
public record ScanChecksum(String hex) {

    public static final String FILE = "source_volume_checksum";

    private static final Pattern FORM = Pattern.compile("(?:sha-?256\\s*:)?\\s*([0-9a-f]{64})", Pattern.CASE_INSENSITIVE);
    private static final int LARGEST = 4096;

    public ScanChecksum {
        hex = hex.toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not 64 hexadecimal digits");
        }
    }

    /** Of a depot's folder; empty for depots of before September 2025, which have none. */
    public static Optional<ScanChecksum> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return Files.exists(file) ? Optional.of(parse(DepotText.read(file, LARGEST))) : Optional.empty();
    }

    /** {@code SHA256:} and 64 digits in any case, or the digits alone. */
    public static ScanChecksum parse(String text) throws VolumeException {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches()) {
            throw new VolumeException(Kind.MALFORMED, FILE + " is not a SHA-256 checksum."
                    + " Ask the owner of the depot to mend it; the scan can be opened unchecked.");
        }
        return new ScanChecksum(m.group(1));
    }

    /** Reads the whole file. */
    public static ScanChecksum of(Path file, Progress progress) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long total = Files.size(file);
            byte[] buffer = new byte[1 << 18];
            long done = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                done += n;
                progress.report(done, total, "Checking the scan");
                progress.check();
            }
            return new ScanChecksum(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw DiskTrouble.reading(file, e);
        }
    }

    /** As the extension writes it, without a line end. */
    public String text() {
        return "SHA256:" + hex;
    }

    public void write(Path folder) throws IOException {
        DepotText.write(folder.resolve(FILE), text());
    }
}
